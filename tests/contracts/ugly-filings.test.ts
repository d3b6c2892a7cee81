/**
 * Odd rows in good lists of filings (providers.md 9.3), by the real jobs on a real store: the newest filing of a company,
 * seen for the first time, as it is stored and as the API shows it.
 */
import { getFilings, type FilingRow } from '@oreline/shared/api/filings.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { day, instant } from '../support/brands.ts'
import { keptAt, test, type KeptStore } from '../support/kept-store.ts'

const minutes = 60_000

const subjects = {
  sec: { job: 'filings-sec', ticker: 'MP' },
  asx: { job: 'filings-asx', ticker: 'LYC.AX' },
  sse: { job: 'filings-sse', ticker: '600111.SS' },
} as const

type Row = {
  readonly title: string
  readonly source: keyof typeof subjects
  /** undefined: none, the row is as the host sends it. */
  readonly fault?: string
  /** Requests to the host that the fault strikes. */
  readonly times?: number
  /** What is new to a reader, newest first. */
  readonly shows: readonly Partial<FilingRow>[]
  /** What stands beside the first of them in the store. */
  readonly details?: Readonly<Record<string, unknown>>
  /** What is told, by code, as loud as pino's numbers say; undefined: nothing. */
  readonly says?: Readonly<Record<string, 30 | 40>>
}

const insider = { form: '4', category: 'ownership', precision: 'instant' } as const
const meeting = { form: 'NOTICE OF MEETING', title: 'Results of Annual General Meeting' } as const
const onlyTheDay = { published_at: null, precision: 'day' } as const
const bulletins = '/disclosure/listedinfo/announcement/c/new'

const rows: readonly Row[] = [
  {
    title: 'F07: a form that nobody knows',
    source: 'sec',
    fault: 'F07',
    shows: [{ form: 'XYZ-1', category: 'other', title: 'XYZ-1: SOMETHING NEW' }],
    says: { F07: 30 },
  },
  {
    title: 'F11: a moment that can be read in two ways',
    source: 'sec',
    fault: 'F11',
    shows: [{ form: '4', ...onlyTheDay }],
    details: { acceptance: '2026-11-16T15:00:00.000Z' },
  },
  {
    title: 'F12: accepted three hours from now',
    source: 'sec',
    fault: 'F12',
    shows: [{ form: '4', ...onlyTheDay }],
    says: { F12: 40 },
  },
  { title: 'F20: a company without tickers', source: 'sec', fault: 'F20', times: 2, shows: [insider] },
  { title: 'F20: a company with fifteen', source: 'sec', fault: 'F20-many', times: 2, shows: [insider] },
  {
    title: 'F28: an announcement without its document',
    source: 'asx',
    fault: 'F28',
    times: 2,
    shows: [{ ...meeting, id: expect.stringMatching(/^asx:nokey-/), url: null }],
    says: { F28: 30 },
  },
  {
    title: 'F29: no more than the newest five',
    source: 'asx',
    fault: 'F29-unknown-to-search',
    shows: [meeting],
    says: { F29: 40 },
  },
  {
    title: 'F33: a replaced announcement: both',
    source: 'asx',
    fault: 'F33',
    times: 2,
    shows: [{ ...meeting, id: 'asx:replacement-1' }, meeting],
  },
  {
    title: 'F34: an offset without its colon',
    source: 'asx',
    fault: 'F34-offset',
    times: 2,
    shows: [
      { ...meeting, published_on: day('2026-11-18'), published_at: instant('2026-11-17T21:30:00.000Z') },
    ],
  },
  {
    title: 'F34: the hour that comes twice: the earlier',
    source: 'asx',
    fault: 'F34-fold',
    times: 2,
    shows: [
      { ...meeting, published_on: day('2026-04-05'), published_at: instant('2026-04-04T15:30:00.000Z') },
    ],
  },
  {
    title: 'F36: JSONP as text/html',
    source: 'sse',
    fault: 'F36-jsonp',
    shows: [{ title_en: 'Board resolutions' }],
  },
  {
    title: 'F38: a main document and its attachments',
    source: 'sse',
    fault: 'F38',
    shows: [
      { id: `sse:${bulletins}/2026-08-28/600111_20260828_BBBB.pdf`, title: '北方稀土2026年半年度报告摘要' },
      { id: `sse:${bulletins}/2026-08-28/600111_20260828_AAAA.pdf`, title: '北方稀土2026年半年度报告' },
      { id: `sse:${bulletins}/2026-07-10/600111_20260710_CCCC.pdf`, ...onlyTheDay },
    ],
    details: { attachmentOf: `${bulletins}/2026-08-28/600111_20260828_AAAA.pdf` },
  },
  {
    title: 'F39: nothing by the old query, all by the new one',
    source: 'sse',
    fault: 'F39',
    shows: [{ title_en: 'Board resolutions' }],
  },
  {
    title: 'F44: full-width digits stay, what could bend a page goes',
    source: 'sse',
    fault: 'F44',
    shows: [{ title: '北方稀土２０２６年半年度报告\u3000摘要', title_en: 'Half-year report' }],
  },
  {
    title: 'F47: uploaded the evening before its day',
    source: 'sse',
    shows: [
      {
        published_on: day('2026-11-15'),
        published_at: instant('2026-11-15T10:02:11.000Z'),
        precision: 'instant',
      },
    ],
    details: { disclosedOn: '2026-11-16' },
  },
  {
    title: 'F47: without the moment of upload',
    source: 'sse',
    fault: 'F47-no-upload',
    shows: [{ published_on: day('2026-11-16'), ...onlyTheDay }],
  },
  {
    title: 'F48: a correction names what it corrects',
    source: 'sse',
    fault: 'F48',
    shows: [{ title: '北方稀土关于2025年年度报告的更正公告' }],
    details: { corrects: '北方稀土关于2025年年度报告' },
  },
  {
    title: 'F49: characters outside GBK',
    source: 'sse',
    fault: 'F49',
    shows: [{ title: '北方稀土関於𠮷字樣的説明', title_en: null, category: 'other' }],
  },
]

describe('an odd filing, seen for the first time', () => {
  for (const { title, source, fault, times = 1, shows, details, says = {} } of rows)
    test(title, async ({ kept }) => {
      const { job, ticker } = subjects[source]
      await forgetNewest(kept, source)
      const known = await filingsOf(kept, ticker)
      kept.time.advance(minutes)
      if (fault !== undefined) kept.standIn.scenario(source, fault, times)
      expect(await kept.run(job)).toMatchObject({ outcome: 'ok' })

      const now = await filingsOf(kept, ticker)
      const fresh = now.filter(({ first_seen_at: seen }) => seen > keptAt)
      expect(fresh).toMatchObject(shows)
      expect(now.filter((row) => !fresh.includes(row))).toEqual(known)
      const [first] = fresh
      const held = await kept.db.query.filings.findFirst({
        where: (row, { eq }) => eq(row.sourceId, first?.id.slice(source.length + 1) ?? ''),
      })
      expect(held?.details).toMatchObject(details ?? {})
      const told = kept.log
        .lines()
        .filter((line) => line.msg === 'source.warning' && line['scope'] === ticker)
        .map((line) => [String(line['code']), line.level])
      expect(Object.fromEntries(told)).toEqual(says)
      const { state, warnings } = await kept.scopeRow(source, ticker)
      expect({ state, codes: warnings.map(({ code }) => code) }).toEqual({
        state: 'fresh',
        codes: Object.keys(says),
      })
    })

  test('F28: gets its link when the document comes, and is no news then', async ({ kept }) => {
    await forgetNewest(kept, 'asx')
    kept.time.advance(minutes)
    kept.standIn.scenario('asx', 'F28', 2)
    await kept.run('filings-asx')
    const [keyless] = await filingsOf(kept, 'LYC.AX')
    const count = (await filingsOf(kept, 'LYC.AX')).length
    kept.time.advance(minutes)
    await kept.run('filings-asx')
    const [keyed, ...others] = await filingsOf(kept, 'LYC.AX')
    expect(others).toHaveLength(count - 1)
    expect(keyed).toMatchObject({
      url: expect.stringContaining('https://'),
      first_seen_at: keyless?.first_seen_at,
    })
  })

  test('F29: what was asked for stays asked for until an answer is complete', async ({ kept }) => {
    const lastComplete = async () => {
      const health = await kept.db.query.sourceHealth.findFirst({
        where: (row, { eq }) => eq(row.source, 'asx'),
      })
      return health?.lastCompleteAt ?? ''
    }
    const before = await lastComplete()
    kept.standIn.scenario('asx', 'F29-unknown-to-search')
    await kept.run('filings-asx')
    expect(await lastComplete()).toBe(before)
    kept.time.advance(minutes)
    await kept.run('filings-asx')
    expect((await lastComplete()) > before).toBe(true)
  })
})

/**
 * Forgets the newest filing of a source, and the answers it came with, as if it had not been published yet; those that
 * stand behind it have not listed it either.
 */
async function forgetNewest({ store }: KeptStore, source: keyof typeof subjects): Promise<void> {
  await store.sql`update raw_payloads set rows_stored_at = null where source = ${source}`
  await store.sql`
    delete from filings where (source, source_id) in (
      select distinct on (source) source, source_id from filings join instruments on id = instrument_id
      where ticker = ${subjects[source].ticker} order by source, published_on desc)`
}

const filingsOf = async ({ app }: KeptStore, ticker: string) =>
  (await read(app, getFilings, `/api/v1/filings?tickers=${ticker}`)).data
