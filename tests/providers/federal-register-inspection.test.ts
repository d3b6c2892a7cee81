/** No list of public inspection was recorded: its format stands on the interface's source and its users' reports. */
import { policyDocumentSchema } from '@oreline/shared/domain/inbox/document.ts'
import { describe, expect, test } from 'vitest'
import { federalRegisterInspection } from '../../jobs/providers/federal-register-inspection.ts'
import { parseCurrent } from '../../jobs/providers/federal-register-inspection/parse-current.ts'
import { answerOf } from '../support/answers.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { federalRegisterRoute } from '../support/stand-in/federal-register.ts'

const rehearse = async () =>
  rehearseProvider(federalRegisterInspection, [federalRegisterRoute()], { now: '2026-11-20T22:00:00Z' })
const all = { since: null }
const meet = async (fault: string) => (await rehearse()).meet(fault, all, { route: 'federal-register' })
const firstOf = async (fault: string) => okOf(await meet(fault)).items[0]

describe('asking for what lies open', () => {
  test('once, for all of it, and keeps what is watched', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(all))
    expect(r.standIn.log().map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
      '/api/v1/public-inspection-documents/current.json',
    ])
    expect(complete).toBe(true)
    expect(items.map(({ title }) => title)).toEqual([
      'Export Controls on Rare Earth Items',
      'Meetings:: Critical Minerals Advisory Committee',
    ])
    for (const item of items) expect(policyDocumentSchema.parse(item)).toEqual(item)
  })

  test('P08: a filing with its number as printed, and since when it lies open', async () => {
    expect(okOf(await (await rehearse()).ask(all)).items[0]).toEqual({
      sourceId: '2026-7333',
      type: 'rule',
      title: 'Export Controls on Rare Earth Items',
      language: 'en',
      url: 'https://www.federalregister.gov/public-inspection/2026-07333/a-title',
      publishedOn: '2026-11-23',
      publishedAt: null,
      precision: 'day',
      stage: 'inspection',
      abstract: 'Open for inspection since 2026-11-20, 08:45 in Washington (special filing); 12 pages.',
      excerpt: null,
      issuers: ['Industry and Security Bureau'],
      numbers: [{ scheme: 'federal-register', number: '2026-7333' }],
      signedOn: null,
      effectiveOn: null,
      commentsCloseOn: null,
      correctionOf: null,
    })
  })

  test('P07: withdrawn by note, which is kept, or by letter', async () => {
    expect(await firstOf('P07-withdrawn')).toMatchObject({
      stage: 'withdrawn',
      abstract: expect.stringContaining('be withdrawn from publication'),
    })
    expect(await firstOf('P07-letter')).toMatchObject({ stage: 'withdrawn' })
  })

  test('P07: a rule that withdraws another one is not taken back itself', () => {
    const filing = {
      document_number: '2026-07400',
      title: 'Withdrawal of Proposed Rule on Rare Earth Quotas',
      html_url: 'https://www.federalregister.gov/public-inspection/2026-07400/withdrawal',
      agency_letters: [],
      editorial_note: null,
      filed_at: 'soon',
      num_pages: 1,
    }
    const reading = parseCurrent(answerOf(JSON.stringify({ count: 1, results: [filing] })))
    expect(reading).toMatchObject({
      kind: 'ok',
      items: [{ stage: 'inspection', abstract: null, publishedOn: null, precision: 'unknown', issuers: [] }],
    })
  })

  test('P09: without a day of publication, or with another one', async () => {
    expect(await firstOf('P09-open')).toMatchObject({ publishedOn: null, precision: 'unknown' })
    expect(await firstOf('P09-moved')).toMatchObject({ publishedOn: '2026-12-04', precision: 'day' })
  })

  test('P11: line breaks and entities of a title', async () => {
    expect((await firstOf('P11-title'))?.title).toBe('Export Controls on Rare Earth & Other Items')
  })

  test('P01, P02: nothing at all is empty, a count without a list is broken', async () => {
    expect(await meet('P01-inspection')).toMatchObject({ kind: 'empty' })
    expect(await meet('P02-inspection')).toMatchObject({
      kind: 'broken',
      detail: 'no results, though there are 7',
    })
  })

  test('fewer than it says there are: incomplete', () => {
    const filing = { document_number: '2026-1', title: 'Sunshine Act Meetings' }
    expect(parseCurrent(answerOf(JSON.stringify({ count: 2, results: [filing] })))).toMatchObject({
      kind: 'ok',
      items: [],
      complete: false,
      warnings: [{ code: 'limited', detail: '1 documents of 2' }],
    })
  })
})
