/**
 * Odd rows in an otherwise good answer of Yahoo's (providers.md 9.2), by the real job on a real store: what becomes of
 * the day when it is held already, when it was never seen, and when the next answer is right again.
 */
import { getPrices } from '@oreline/shared/api/prices.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { day } from '../support/brands.ts'
import type { HeldBar } from '../support/jobs-rehearsal.ts'
import { test, type KeptStore } from '../support/kept-store.ts'

/** The day that the faults strike: the fifth session from the end. What comes after the 13th is new to a trimmed store. */
const struck = day('2026-11-16')
const lastSeen = '2026-11-13'
const minutes = 60_000

const jobOf = { MP: 'quotes-xnys', 'LYC.AX': 'quotes-xasx', '600111.SS': 'quotes-xshg' } as const

/** `bar` null: none. Of a bar only what is named is compared, `times` with the close that it should have. */
type Stored = { readonly bar: (Partial<HeldBar> & { readonly times?: number }) | null; readonly gap?: string }
type Row = {
  readonly title: string
  readonly fault: string
  readonly ticker?: keyof typeof jobOf
  /** What the struck day is where it was never seen. */
  readonly first: Stored
  /** What it becomes where a good bar is held; undefined: nothing changes. */
  readonly held?: Partial<HeldBar>
  /** What is told of it, by code, as loud as pino's numbers say; undefined: nothing. */
  readonly says?: Readonly<Record<string, 20 | 30 | 40 | 50>>
}

const usual: Stored = { bar: { flags: [] } }
const adjMissing = { adjClose: null, flags: ['adj_missing'] }

const rows: readonly Row[] = [
  {
    title: 'Q01: no prices in the middle: no bar, a gap with its reason',
    fault: 'Q01',
    first: { bar: null, gap: 'null_ohlc' },
    says: { Q01: 40 },
  },
  {
    title: 'Q02: the close alone',
    fault: 'Q02',
    first: { bar: { open: null, high: null, low: null, flags: ['close_only'] } },
    says: { Q02: 30 },
  },
  { title: 'Q03: a blank first row', fault: 'Q03', first: usual },
  {
    title: 'Q04: a session missing altogether: a gap by the calendar',
    fault: 'Q04',
    first: { bar: null, gap: 'missing' },
    says: { Q04: 40 },
  },
  {
    title: 'Q07: Friday repeated on Saturday',
    fault: 'Q07',
    first: usual,
    says: { Q07: 30 },
  },
  { title: 'Q08: a row of next week', fault: 'Q08', first: usual, says: { Q08: 40 } },
  {
    title: 'Q09: stamps of midnight',
    fault: 'Q09',
    ticker: 'MP',
    first: { bar: { flags: ['utc_midnight'] } },
    held: { flags: ['utc_midnight'] },
    says: { Q09: 30 },
  },
  {
    title: 'Q12: no adjusted closes at all',
    fault: 'Q12',
    first: { bar: { adjClose: null, flags: [] } },
    says: { Q12: 30 },
  },
  {
    title: 'Q13: an adjusted close of "Infinity"',
    fault: 'Q13',
    first: { bar: adjMissing },
    says: { Q13: 40 },
  },
  {
    title: 'Q14: an adjusted close above the close',
    fault: 'Q14',
    first: { bar: adjMissing },
    says: { Q13: 40 },
  },
  {
    title: 'Q26: a column one cell short',
    fault: 'Q26',
    first: usual,
    says: { Q04: 40, Q26: 40 },
  },
  { title: 'Q27: stamps out of order', fault: 'Q27', first: usual, says: { Q27: 30 } },
  {
    title: 'Q32: a day without trade',
    fault: 'Q32',
    first: { bar: { volume: 0, flags: ['no_trade'] } },
    held: { volume: 0, flags: ['no_trade'], revision: 2 },
    says: { Q32: 30 },
  },
  {
    title: 'Q33: a volume of 0 on a day with a range',
    fault: 'Q33',
    first: { bar: { volume: null, flags: [] } },
    says: { Q33: 40 },
  },
  { title: 'Q34: no volume', fault: 'Q34', first: { bar: { volume: null, flags: [] } } },
  {
    title: 'Q35: a high that misses by rounding is widened',
    fault: 'Q35',
    first: usual,
    held: { flags: [], revision: 2 },
  },
  {
    title: 'Q35: a high below the close is flagged, and corrects nothing that is held',
    fault: 'Q35-beyond',
    first: { bar: { flags: ['hl_inconsistent'] } },
    says: { Q35: 40 },
  },
  {
    title: 'Q37: a hundredfold price is under review, and replaces none that is held',
    fault: 'Q37',
    first: { bar: { times: 100, flags: ['suspect'] } },
    says: { Q37: 50 },
  },
  {
    title: 'Q38: 20 % in a day where 10 % is the most is under review, and replaces none that is held',
    fault: 'Q38',
    ticker: '600111.SS',
    first: { bar: { times: 1.2, flags: ['suspect'] } },
    says: { Q38: 40 },
  },
  {
    title: 'Q43: a line listed later than asked for',
    fault: 'Q43',
    first: usual,
    says: { Q43: 30 },
  },
]

describe('an odd row of Yahoo’s', () => {
  for (const { title, fault, ticker = 'LYC.AX', first, held, says } of rows)
    test(title, async ({ kept }) => {
      const meet = async (times: number) => {
        kept.time.advance(10 * minutes)
        kept.standIn.clearScenarios()
        if (times > 0) kept.standIn.scenario('yahoo', fault, times)
        expect(await kept.run(jobOf[ticker])).toMatchObject({ outcome: 'ok' })
      }
      const good = await kept.bars(ticker)
      const onDay = (bars: readonly HeldBar[]) => bars.find(({ sessionDate }) => sessionDate === struck)
      const close = onDay(good)?.close ?? 0

      await meet(1)
      const after = await kept.bars(ticker)
      if (held === undefined) expect(after).toEqual(good)
      else expect(onDay(after)).toMatchObject({ close, ...held })
      expect(await openGaps(kept)).toEqual([])

      await trim(kept, ticker)
      await meet(1)
      const { times = 1, ...stored } = first.bar ?? {}
      if (first.bar === null) expect(onDay(await kept.bars(ticker))).toBeUndefined()
      else expect(onDay(await kept.bars(ticker))).toMatchObject({ status: 'final', ...stored })
      const shown = await shownOn(kept, ticker)
      expect(shown.map((row) => row.flags)).toEqual(first.bar === null ? [] : [first.bar.flags])
      for (const row of shown) expect((row.close ?? 0) / close).toBeCloseTo(times, 4)
      const gap = { sessionDate: struck, reason: first.gap, filledAt: null }
      expect(await openGaps(kept)).toMatchObject(first.gap === undefined ? [] : [gap])
      await expectSaid(kept, ticker, says)

      await meet(0)
      const healed = await kept.bars(ticker)
      expect(healed.map((bar) => bar.close)).toEqual(good.map((bar) => bar.close))
      const lastWeek = (bars: readonly HeldBar[]) => bars.filter(({ sessionDate }) => sessionDate > lastSeen)
      expect(lastWeek(healed).map(figuresOf)).toEqual(lastWeek(good).map(figuresOf))
      expect(await openGaps(kept)).toEqual([])
      expect((await kept.scopeRow('yahoo', ticker)).warnings).toEqual([])
    })
})

/** Forgets the last week, as if it had never been asked for. */
const trim = async ({ store }: KeptStore, ticker: string) => store.sql`
  delete from bars using instruments
  where id = instrument_id and ticker = ${ticker} and session_date > ${lastSeen}`

const shownOn = async ({ app }: KeptStore, ticker: string) =>
  (await read(app, getPrices, `/api/v1/prices?tickers=${ticker}&from=${struck}&to=${struck}`)).data

const openGaps = async ({ db }: KeptStore) =>
  db.query.gaps.findMany({
    where: (gap, { and, eq, isNull }) => and(eq(gap.sessionDate, struck), isNull(gap.filledAt)),
  })

/** What a bar says, apart from when it was written and how often. */
const figuresOf = ({ sessionDate, open, high, low, close, adjClose, volume, status, flags }: HeldBar) => ({
  sessionDate,
  open,
  high,
  low,
  close,
  adjClose,
  volume,
  status,
  flags,
})

/** Told in the log, and shown with the source, which is fresh all the same. */
async function expectSaid(kept: KeptStore, ticker: string, says: Row['says'] = {}): Promise<void> {
  const lines = kept.log
    .lines()
    .filter((line) => line.msg === 'source.warning' && line['scope'] === ticker)
    .map((line) => [String(line['code']), line.level])
  expect(Object.fromEntries(lines)).toEqual(says)
  const { state, warnings } = await kept.scopeRow('yahoo', ticker)
  expect(state).toBe('fresh')
  expect(warnings.map(({ code }) => code)).toEqual(Object.keys(says))
}
