/** Rows of the ugly list (providers.md 9.2) as the stand-in sends them: what is stored, what is said. */
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import { describe, expect, test } from 'vitest'
import { plainPrice } from '../../jobs/providers/yahoo/plain-price.ts'
import { historyOf, quoteQuery, rehearseYahoo } from '../support/yahoo-rehearsal.ts'

/** Four weeks of MP to Friday 20 November 2026 hold 20 sessions; the faults strike the fifth from the end. */
const struck = '2026-11-16'

const met = async (fault: string, query = quoteQuery(), now?: string) => {
  const r = await rehearseYahoo(now)
  return historyOf(await r.meet(fault, query))
}
const refused = async (fault: string, query = quoteQuery()) => (await rehearseYahoo()).meet(fault, query)
const barOn = (bars: readonly Bar[], date: string): Bar | undefined => bars.find((bar) => bar.date === date)

describe('rows without a full price', () => {
  test('Q01: null prices in the middle: no bar, a gap with the reason', async () => {
    const { bars, gaps, warnings } = await met('Q01')
    expect(bars).toHaveLength(19)
    expect(gaps).toEqual([{ date: struck, reason: 'null_ohlc' }])
    expect(warnings).toContainEqual({ code: 'Q01', count: 1, detail: 'sessions without a price' })
  })

  test('Q02: only the close: stored, the rest null, flagged close_only', async () => {
    const { bars, gaps } = await met('Q02')
    expect(barOn(bars, struck)).toMatchObject({ open: null, high: null, low: null, flags: ['close_only'] })
    expect(gaps).toEqual([])
  })

  test('Q03: a blank first row is dropped and is no gap', async () => {
    const { bars, gaps } = await met('Q03')
    expect(bars[0]?.date).toBe('2026-10-27')
    expect(gaps).toEqual([])
  })

  test('Q04: a session missing altogether is a gap by the calendar', async () => {
    const { gaps, warnings } = await met('Q04')
    expect(gaps).toEqual([{ date: struck, reason: 'missing' }])
    expect(warnings).toContainEqual({ code: 'Q04', count: 1, detail: 'sessions missing' })
  })

  test('Q04: the running session is no gap yet', async () => {
    const { gaps } = await met('live-only-in-meta', quoteQuery(), '2026-11-20T20:41:00Z')
    expect(gaps).toEqual([])
  })

  test('Q34: a null volume is stored as it is', async () => {
    expect(barOn((await met('Q34')).bars, struck)).toMatchObject({ volume: null, flags: [] })
  })
})

describe('the newest rows', () => {
  test('Q06: a day given twice while the session runs: the later row', async () => {
    const running = await rehearseYahoo('2026-11-20T16:00:00Z')
    const usual = historyOf(await running.ask(quoteQuery())).bars.at(-1)?.close ?? 0
    const { bars, warnings } = await met('Q06', quoteQuery(), '2026-11-20T16:00:00Z')
    expect(bars).toHaveLength(20)
    expect(bars.at(-1)?.close).toBeCloseTo(usual * 1.001, 4)
    expect(warnings).toContainEqual({ code: 'Q06', count: 1, detail: 'rows of a day given twice' })
  })

  test('Q06: after the close the row of the open, when it has the last price', async () => {
    const { bars } = await met('Q06-over')
    expect(bars).toHaveLength(20)
    expect(bars.at(-1)?.volume).toBeGreaterThan(1)
  })

  test('Q07: a row that repeats Friday on Saturday is dropped', async () => {
    const { bars, warnings } = await met(
      'Q07',
      quoteQuery('MP', '2026-10-26', '2026-11-21'),
      '2026-11-21T18:00:00Z',
    )
    expect(bars.at(-1)?.date).toBe('2026-11-20')
    expect(warnings).toContainEqual({ code: 'Q07', count: 1, detail: 'rows that repeat the day before' })
  })

  test('Q07: a session that repeats the one before in every figure is dropped and a gap', async () => {
    const { bars, gaps } = await met('Q07-session')
    expect(bars).toHaveLength(19)
    expect(gaps).toEqual([{ date: '2026-11-18', reason: 'missing' }])
  })

  test('K02: a bar of its own on a closed day is kept and marked off_calendar', async () => {
    const { bars } = await met('K02', quoteQuery('MP', '2026-10-26', '2026-11-21'), '2026-11-21T18:00:00Z')
    expect(bars.at(-1)).toMatchObject({ date: '2026-11-21', flags: ['off_calendar'] })
  })

  test('Q08: a row in the future is dropped', async () => {
    const { bars, warnings } = await met('Q08', quoteQuery('MP', '2026-10-26', '2026-12-31'))
    expect(bars.at(-1)?.date).toBe('2026-11-20')
    expect(warnings).toContainEqual({ code: 'Q08', count: 1, detail: 'rows dated in the future' })
  })

  test('Q27: unsorted stamps are sorted', async () => {
    const { bars } = await met('Q27')
    expect(bars.map(({ date }) => date)).toEqual(bars.map(({ date }) => date).toSorted())
    expect(bars).toHaveLength(20)
  })
})

describe('adjusted closes, dividends and splits', () => {
  test('Q12: no adjusted closes: bars are stored without', async () => {
    const { bars, warnings } = await met('Q12')
    expect(bars.every(({ adjClose, flags }) => adjClose === null && flags.length === 0)).toBe(true)
    expect(warnings.map(({ code }) => code)).toContain('Q12')
  })

  test('Q13: null, "Infinity", negative or 0: none for that row, the close stays', async () => {
    const { bars } = await met('Q13')
    const holes = bars.filter(({ flags }) => flags.includes('adj_missing'))
    expect(holes).toHaveLength(4)
    expect(holes.every(({ adjClose, close }) => adjClose === null && close > 0)).toBe(true)
  })

  test('Q14: an adjusted close 1 % above the close is none', async () => {
    expect(barOn((await met('Q14')).bars, struck)).toMatchObject({ adjClose: null, flags: ['adj_missing'] })
  })

  test('Q15: a history wholly rescaled for a split is good; comparing it with the store tells', async () => {
    const { actions, bars } = await met('Q15')
    expect(actions).toEqual([
      { kind: 'split', exDate: '2026-11-20', numerator: 10, denominator: 1, flags: [] },
    ])
    expect(bars.every(({ flags }) => flags.length === 0)).toBe(true)
  })

  test('Q16: a split that the history is not rescaled for quarantines the answer', async () => {
    expect(await refused('Q16')).toMatchObject({
      kind: 'broken',
      why: 'quarantined',
      detail: "prices jump by a split's ratio on 2026-11-16: not rescaled for it",
    })
  })

  test('Q17: an odd ratio is stored, unverified', async () => {
    const { actions, warnings } = await met('Q17')
    expect(actions).toMatchObject([{ numerator: 4406, denominator: 10_000, flags: ['unverified'] }])
    expect(warnings).toContainEqual({ code: 'Q17', detail: 'unverified split of 2026-11-16' })
  })

  test('Q18: a dividend restates the adjusted closes before it', async () => {
    const { actions, bars } = await met('Q18')
    expect(actions).toEqual([{ kind: 'dividend', exDate: struck, amount: 0.5, currency: 'USD', flags: [] }])
    expect((bars[0]?.adjClose ?? 0) / (bars[0]?.close ?? 1)).toBeCloseTo(0.98, 4)
  })

  test('Q19: a dividend in another currency, or of more than a quarter of the price, is stored unverified', async () => {
    expect((await met('Q19')).actions).toMatchObject([
      { amount: 0.5, currency: 'EUR', flags: ['unverified'] },
      { amount: 50, currency: 'USD', flags: ['unverified'] },
    ])
  })
})

describe('prices that cannot be', () => {
  test('Q32: no volume and one price: a day without trade', async () => {
    expect(barOn((await met('Q32')).bars, struck)).toMatchObject({ volume: 0, flags: ['no_trade'] })
  })

  test('Q33: no volume and a range: the volume is unknown', async () => {
    const { bars, warnings } = await met('Q33')
    expect(barOn(bars, struck)).toMatchObject({ volume: null, flags: [] })
    expect(warnings.map(({ code }) => code)).toContain('Q33')
  })

  test('Q35: a high 1e-7 below the close is widened, one 10 % below is flagged', async () => {
    const near = barOn((await met('Q35')).bars, struck)
    expect(near?.flags).toEqual([])
    expect(near?.high).toBe(Math.max(near?.open ?? 0, near?.close ?? 0))
    expect(barOn((await met('Q35-beyond')).bars, struck)?.flags).toEqual(['hl_inconsistent'])
  })

  test('Q36: float32 noise goes: 34.4500007629 is 34.45, six decimals are the most', async () => {
    const r = await rehearseYahoo()
    const { bars } = historyOf(await r.ask(quoteQuery()))
    // The stand-in's prices are cents, widened from 32 bits.
    expect(bars.every(({ close }) => Math.round(close * 100) / 100 === close)).toBe(true)
    expect(plainPrice(34.450000762939453, 1)).toBe(34.45)
    expect(plainPrice(1259.5, 100)).toBe(12.595)
    expect(plainPrice(1 / 3, 1)).toBe(0.333333)
  })

  test('Q37: one day a hundredfold is suspect, its neighbours are not', async () => {
    const { bars, warnings } = await met('Q37')
    expect(bars.filter(({ flags }) => flags.includes('suspect')).map(({ date }) => date)).toEqual([struck])
    expect(warnings).toContainEqual({ code: 'Q37', count: 1, detail: 'closes under review' })
  })

  test('Q37: a hundredth that lasts is an error of unit all the same, +50 % that lasts is a move', async () => {
    const unit = await met('Q37-unit')
    expect(unit.bars.filter(({ flags }) => flags.includes('suspect'))).toHaveLength(5)
    const move = await met('Q37-confirmed')
    expect(move.bars.every(({ flags }) => flags.length === 0)).toBe(true)
  })

  test('Q38: 600111 moves at most 10 % a day: 20 % is suspect there, not in New York', async () => {
    const shanghai = await met('Q38', quoteQuery('600111.SS'))
    expect(shanghai.bars.filter(({ flags }) => flags.includes('suspect'))).toHaveLength(1)
    expect(shanghai.warnings.map(({ code }) => code)).toContain('Q38')
    expect((await met('Q38')).bars.every(({ flags }) => flags.length === 0)).toBe(true)
  })

  test('H24: one bad row is kept apart and is a gap; a third of them breaks the answer', async () => {
    const r = await rehearseYahoo()
    const outcome = await r.meet('H24', quoteQuery())
    expect(outcome).toMatchObject({ kind: 'ok', rejects: [{ index: 15, row: { close: 'n/a' } }] })
    expect(historyOf(outcome).gaps).toEqual([{ date: struck, reason: 'missing' }])
    expect(await refused('H24-many')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('H25: a new field is passed over', async () => {
    expect((await met('H25')).bars).toHaveLength(20)
  })
})
