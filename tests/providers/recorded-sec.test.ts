/** Answers recorded from data.sec.gov by other people (../shared/data/recorded/edgar), of other registrants than ours. */
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { filingSchema } from '@oreline/shared/domain/filings/filing.ts'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../jobs/providers/define-provider.ts'
import { parseShard, parseSubmissions } from '../../jobs/providers/sec/parse-submissions.ts'
import { recordedAnswer } from '../support/answers.ts'
import { hasSharedData, recordings, type Recording } from '../support/shared-data.ts'

const submissions = recordings().filter(({ url }) => url.startsWith('https://data.sec.gov/submissions/'))
const isShard = ({ url }: Recording): boolean => url.includes('-submissions-')

function read(recording: Recording): Reading<Filing> {
  const cik = /CIK(\d{10})/.exec(recording.url)?.[1] ?? '0000000001'
  const answer = recordedAnswer(recording, '2026-03-05T12:00:00Z')
  return isShard(recording) ? parseShard(answer, cik) : parseSubmissions(answer, cik, () => [])
}

const readings = new Map(submissions.map((recording) => [recording.file, read(recording)]))

function filingsIn(file: string): readonly Filing[] {
  const reading = readings.get(`edgar/${file}`)
  if (reading?.kind !== 'ok') throw new Error(`${file}: ${JSON.stringify(reading)}`)
  return reading.items
}

describe.skipIf(!hasSharedData)('recorded submissions (skipped where ../shared/data is missing)', () => {
  test('all 39 parse: 37 to 19,982 filings, the empty registrant to empty, the unknown one to notFound', () => {
    const all = [...readings.values()]
    const kinds = Object.groupBy(all, ({ kind }) => kind)
    expect({
      all: all.length,
      ok: kinds.ok?.length,
      empty: kinds.empty?.length,
      notFound: kinds.notFound?.length,
      filings: all.reduce((sum, reading) => sum + (reading.kind === 'ok' ? reading.items.length : 0), 0),
      rejects: all.reduce((sum, reading) => sum + (reading.kind === 'ok' ? reading.rejects.length : 0), 0),
    }).toEqual({ all: 39, ok: 37, empty: 1, notFound: 1, filings: 19_982, rejects: 0 })
    // F06: columns that only some recordings have are known by now.
    expect(
      all
        .flatMap((reading) => (reading.kind === 'ok' ? reading.warnings : []))
        .filter(({ code }) => code === 'H25'),
    ).toEqual([])
  })

  test('what comes out satisfies the schema of a filing', () => {
    const filings = filingsIn('submissions_CIK0000749647-submissions-001.json')
    expect(filings.filter((filing) => !filingSchema.safeParse(filing).success)).toEqual([])
    // F14: 47 of its 395 rows name no document.
    expect(filings.filter(({ details }) => details['document'] === undefined)).toHaveLength(47)
    expect(filings.every(({ url }) => url?.endsWith('-index.htm') === true)).toBe(true)
  })

  test.for(['0000310522', '0000789019', '0001318605', '0001677077', '0001718179'])(
    'F10: CIK %s recorded twice: same filings, and no moment of the one contradicts the other',
    (cik) => {
      const before = filingsIn(`submissions_CIK${cik}.json`)
      const later = new Map(
        filingsIn(`submissions_CIK${cik}.later.json`).map((filing) => [filing.sourceId, filing]),
      )
      const pairs = before.flatMap((filing) => {
        const again = later.get(filing.sourceId)
        return again === undefined ? [] : [[filing, again] as const]
      })
      expect(pairs.length).toBeGreaterThan(before.length * 0.95)
      const plain = ({ publishedAt: _at, precision: _precision, details, ...filing }: Filing) => ({
        ...filing,
        details: { ...details, acceptance: null },
      })
      expect(pairs.filter(([one, two]) => JSON.stringify(plain(one)) !== JSON.stringify(plain(two)))).toEqual(
        [],
      )
      const contradicting = pairs.filter(
        ([one, two]) =>
          one.publishedAt !== null && two.publishedAt !== null && one.publishedAt !== two.publishedAt,
      )
      expect(contradicting).toEqual([])
    },
  )

  test('F10: all 1,140 common rows of CIK 310522 shifted by four or five hours between two recordings', () => {
    const text = (filing: Filing | undefined): number => Date.parse(String(filing?.details['acceptance']))
    const later = new Map(
      filingsIn('submissions_CIK0000310522.later.json').map((filing) => [filing.sourceId, filing]),
    )
    const shifts = filingsIn('submissions_CIK0000310522.json').map(
      (filing) => (text(later.get(filing.sourceId)) - text(filing)) / 3_600_000,
    )
    expect(shifts).toHaveLength(1_140)
    expect(new Set(shifts)).toEqual(new Set([4, 5]))
  })

  test('F07: forms without an entry in the table are few, and shown by their code', () => {
    const unknown = [...readings.values()]
      .flatMap((reading) => (reading.kind === 'ok' ? reading.warnings : []))
      .filter(({ code }) => code === 'F07')
    const forms = new Set(unknown.map(({ detail }) => detail.replace('form ', '')))
    expect(forms.size).toBeLessThan(50)
    expect(forms).toContain('ABS-15G/A')
  })
})
