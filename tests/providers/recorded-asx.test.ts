/** Two companies' own lists as other people recorded them (../shared/data/recorded/asx): capped at five. */
import { describe, expect, test } from 'vitest'
import { parseCompanyList } from '../../jobs/providers/asx/parse-lists.ts'
import { recordedAnswer } from '../support/answers.ts'
import { hasSharedData, recordings } from '../support/shared-data.ts'

const lists = recordings().filter(({ file }) => file.startsWith('asx/'))

describe.skipIf(!hasSharedData)('recorded announcements (skipped where ../shared/data is missing)', () => {
  test('both parse to five, incomplete, and say so', () => {
    const readings = lists.map((recording) => {
      const code = /_([A-Z]{3})_/.exec(recording.file)?.[1] ?? ''
      return parseCompanyList(recordedAnswer(recording, '2026-10-08T00:00:00Z'), code)
    })
    expect(readings).toHaveLength(2)
    for (const reading of readings)
      expect(reading).toMatchObject({
        kind: 'ok',
        complete: false,
        rejects: [],
        warnings: [{ code: 'F29', count: 5 }],
      })
  })

  test('real headlines: a day in Sydney, a category, a link', () => {
    const items = lists.flatMap((recording) => {
      const code = /_([A-Z]{3})_/.exec(recording.file)?.[1] ?? ''
      const reading = parseCompanyList(recordedAnswer(recording, '2026-10-08T00:00:00Z'), code)
      return reading.kind === 'ok' ? reading.items : []
    })
    // 22:23Z of 7 October is 09:23 on the 8th in Sydney.
    expect(items[0]).toMatchObject({
      publishedOn: '2026-10-08',
      publishedAt: '2026-10-07T22:23:09.000Z',
      category: 'dividend',
    })
    expect(items.map(({ title, category }) => `${category}: ${title}`)).toEqual([
      'dividend: Update - Dividend/Distribution - BHP',
      'ownership: Change in substantial holding',
      'results: BHP 2026 ESG Roundtable',
      'governance: BHP 2026 Proxy Form',
      'governance: BHP 2026 Notice of Annual General Meeting',
      'ownership: Change in substantial holding from CBA',
      'capital-raising: Pricing Supplement - EMTN Programme',
      'capital-raising: Application for quotation of securities - CBA',
      'capital-raising: Issue of EUR 1,250,000,000 worth of Subordinated Notes',
      "ownership: Appendix 3Y - Paul O'Malley",
    ])
  })
})
