/**
 * Odd answers of the second sources of prices (providers.md 9.2), by the real job on a real store: what is stored beside
 * the series, what becomes of the series itself, what the log says and what is shown.
 */
import { parseConfig } from '@oreline/server/config.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { appParts, read } from '../support/app.ts'
import { test, type KeptStore } from '../support/kept-store.ts'

const days = 24 * 3_600_000
const ticker = '600111.SS'
type Second = 'tencent' | 'eastmoney' | 'eodhd'

/** Monday evening in New York: every exchange has had a session since the store was filled. */
const toMonday = ({ time }: KeptStore) => time.advance(3 * days)

/** Makes the source meet the fault on the next run; Eastmoney's turn comes where Tencent gives nothing. */
async function meet(kept: KeptStore, source: Second, fault: string) {
  if (source === 'eastmoney') kept.standIn.scenario('tencent', 'code', 2)
  kept.standIn.scenario(source, fault)
  return kept.run('quotes-xshg', { config: { eodhdApiToken: source === 'eodhd' ? 'good-key-1' : null } })
}

const stored = async ({ store }: KeptStore, source: Second) => store.sql<StoredBar[]>`
  select session_date::text as date, close, adj_close, volume, basis, flags
  from second_bars join instruments on instruments.id = instrument_id
  where ticker = ${ticker} and source = ${source} and superseded_at is null
  order by session_date desc limit 5`
type StoredBar = {
  date: string
  close: number
  adj_close: number | null
  volume: number | null
  basis: string
  flags: string[]
}

const said = ({ log }: KeptStore, source: Second) =>
  log
    .lines()
    .filter((line) => line['source'] === source && line['scope'] === ticker)
    .map((line) => [line.msg, line['code'] ?? line['why'], line.level])

describe('an odd answer that is taken', () => {
  const rows: readonly (readonly [
    title: string,
    source: Second,
    fault: string,
    code: string,
    level: number,
  ])[] = [
    ['Q45: rows of ten columns', 'eastmoney', 'Q45', 'Q45', 30],
    ['Q47: money over volume is neither a share nor a lot', 'eastmoney', 'Q47-doubtful', 'Q47', 40],
    ['Q49: XD before the name', 'tencent', 'Q49', 'Q49', 20],
    ['Q52: closes 0.8 % off', 'tencent', 'Q52', 'Q52', 40],
  ]
  for (const [title, source, fault, code, level] of rows)
    test(title, async ({ kept }) => {
      toMonday(kept)
      await meet(kept, source, fault)
      const bars = await kept.bars(ticker)
      const [newest] = await stored(kept, source)
      const times = fault === 'Q52' ? 1.008 : 1
      expect(newest).toMatchObject({ date: '2026-11-23', basis: 'raw', volume: bars.at(-1)?.volume })
      expect((newest?.close ?? 0) / (bars.at(-1)?.close ?? 1)).toBeCloseTo(times, 5)
      // The series itself is Yahoo's, whoever disagrees.
      expect(new Set(bars.map(({ source: of }) => of))).toEqual(new Set(['yahoo']))
      expect(said(kept, source)).toEqual([['source.warning', code, level]])
      const shown = await kept.scopeRow(source, ticker)
      expect(shown).toMatchObject({ state: 'fresh', newest_item: '2026-11-23' })
      expect(shown.warnings.map((warning) => warning.code)).toEqual([code])
      if (fault === 'Q52')
        expect(shown.warnings).toMatchObject([
          {
            count: 2,
            detail: expect.stringMatching(/^closes more than 0\.5 % .*on 2026-11-23, .* by yahoo/),
          },
        ])
      // What was said once is not said again, and goes when it is over.
      kept.time.advance(days)
      await kept.run('quotes-xshg')
      expect((await kept.scopeRow('tencent', ticker)).warnings).toEqual([])
    })

  test('Q47: volume in shares instead of lots is told apart and stored the same', async ({ kept }) => {
    toMonday(kept)
    await meet(kept, 'eastmoney', 'Q47')
    expect((await stored(kept, 'eastmoney'))[0]?.volume).toBe((await kept.bars(ticker)).at(-1)?.volume)
    expect(said(kept, 'eastmoney')).toEqual([])
  })

  test('Q51: EODHD’s closes as traded stand beside its adjusted ones, and among no bars of Yahoo’s', async ({
    kept,
  }) => {
    toMonday(kept)
    await meet(kept, 'eodhd', 'Q51')
    const bars = await kept.bars(ticker)
    const [newest] = await stored(kept, 'eodhd')
    expect(newest?.close).toBeCloseTo(bars.at(-1)?.close ?? 0, 6)
    expect(newest?.adj_close).toBeCloseTo((bars.at(-1)?.close ?? 0) * 0.9, 3)
    expect(new Set(bars.map(({ source, basis }) => `${source} ${basis}`))).toEqual(new Set(['yahoo splits']))
    expect(said(kept, 'eodhd')).toEqual([])
    // The API of the kept store has no key, and says so of whoever needs one.
    expect(await kept.scopeRow('eodhd', ticker)).toMatchObject({ state: 'needs-setup', warnings: [] })
  })
})

describe('an answer that is kept out', () => {
  for (const [title, fault, why, detail, level] of [
    ['Q46: columns in another order', 'Q46', 'schema', 'column-order: ', 50],
    ['Q48: a code it does not know', 'Q48', 'notFound', 'Tencent knows no sh600111 (day 1 of 3)', 40],
  ] as const)
    test(title, async ({ kept }) => {
      const before = await stored(kept, 'tencent')
      toMonday(kept)
      const run = await meet(kept, 'tencent', fault)
      expect(run.outcome).toBe('partial')
      expect(await stored(kept, 'tencent')).toEqual(before)
      expect(said(kept, 'tencent')).toEqual([['source.state', why, level]])
      const shown = await kept.scopeRow('tencent', ticker)
      expect(shown).toMatchObject({ state: 'broken', why, newest_item: '2026-11-20' })
      expect(shown.detail).toContain(detail)
      const kind = fault === 'Q48' ? 'notFound' : 'broken'
      const payload = await kept.db.query.rawPayloads.findFirst({
        where: (row, { and, eq }) => and(eq(row.source, 'tencent'), eq(row.outcome, kind)),
      })
      expect(payload?.body).not.toBeNull()
    })
})

describe('a key', () => {
  test('H12: that EODHD refuses is not used again until it changes, and stands nowhere', async ({ kept }) => {
    const before = await kept.dataRows()
    const used = (): number => kept.standIn.log().filter(({ route }) => route === 'eodhd').length
    kept.standIn.scenario('eodhd', 'unauthenticated')
    const config = { eodhdApiToken: 'wrong-key-1' }
    // Two instruments of Sydney: the second is spared.
    await kept.run('quotes-xasx', { config })
    expect(used()).toBe(1)
    toMonday(kept)
    expect(await kept.run('quotes-xasx', { config })).toMatchObject({ outcome: 'ok' })
    expect(used()).toBe(1)
    const lines = kept.log.lines().filter((line) => line['source'] === 'eodhd')
    expect(lines).toMatchObject([{ msg: 'source.state', why: 'auth', level: 50 }])

    const app = await buildApp(
      appParts({
        store: kept.store,
        clock: kept.time.clock,
        config: parseConfig({ EODHD_API_TOKEN: 'wrong-key-1' }),
      }),
    )
    onTestFinished(() => app.close())
    const { data } = await read(app, getSources, '/api/v1/sources')
    expect(data.find(({ source }) => source === 'eodhd')).toMatchObject({
      state: 'needs-setup',
      why: 'auth',
      detail:
        'EOD Historical Data refuses the EODHD_API_TOKEN it is given (HTTP 401). Set another one; nothing is asked until it changes.',
      next_attempt_at: null,
    })
    expect((await kept.sourceRows()).get('eodhd')).toMatchObject({
      state: 'needs-setup',
      why: 'EODHD_API_TOKEN',
    })

    await kept.run('quotes-xasx', { config: { eodhdApiToken: 'good-key-1' } })
    expect(used()).toBe(3)
    const { bars: _bars, gaps: _gaps, ...others } = await kept.dataRows()
    expect(before).toMatchObject(others)
    const everything = JSON.stringify([
      kept.log.lines(),
      data,
      await kept.store.sql`select url, source from raw_payloads`,
      await kept.db.query.sourceHealth.findMany(),
    ])
    expect(everything).not.toMatch(/wrong-key-1|good-key-1/)
  })
})
