/**
 * Answers of Yahoo's that are kept out as a whole, what splits and dividends do to a history, and bars of a session that
 * is not over (providers.md 9.2), by the real job on a real store.
 */
import { getPrices } from '@oreline/shared/api/prices.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { day } from '../support/brands.ts'
import { sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import { seedIndexes } from '../support/seed-files.ts'
import { keptAt, test, type KeptStore } from '../support/kept-store.ts'

const minutes = 60_000
const days = 24 * 60 * minutes
const lynas = 'LYC.AX'

const pricesOf = async ({ app }: KeptStore, ticker: string, from: string) =>
  (await read(app, getPrices, `/api/v1/prices?tickers=${ticker}&from=${from}`)).data

const advanceTo = ({ time }: KeptStore, instant: string) => {
  time.advance(Date.parse(instant) - time.nowMs())
}

describe('an answer of Yahoo’s that is kept out', () => {
  const refused: readonly (readonly [
    title: string,
    fault: string,
    why: string,
    detail: string,
    level: 40 | 50,
  ])[] = [
    ['Q16: a split that half the history is rescaled for', 'Q16', 'quarantined', 'not rescaled for it', 40],
    [
      'Q21: prices in another currency',
      'Q21',
      'quarantined',
      "prices in USD, the instrument's are in AUD",
      50,
    ],
    ['Q22: a symbol of shadows', 'Q22', 'notFound', 'Yahoo knows no', 40],
    ['Q23: an answer about another symbol', 'Q23', 'quarantined', 'Yahoo answers about RENAMED', 40],
    ['Q24: no rows for weeks with sessions', 'Q24', 'schema', 'no rows for 16 sessions', 40],
    ['Q26: a column several cells short', 'Q26-many', 'quarantined', 'columns of unequal length', 40],
    ['Q28: "may be delisted"', 'Q28', 'notFound', 'day 1 of 3', 40],
    ['Q31: "Will be right back"', 'Q31', 'challenge', 'Will be right back', 40],
    ['Q37: many prices a hundredth', 'Q37-unit', 'quarantined', '5 of 16 closes differ', 40],
    ['Q42: bars of a month', 'Q42', 'schema', 'bars of 1mo, not of a day', 50],
  ]
  for (const [title, fault, why, detail, level] of refused)
    test(title, async ({ kept }) => {
      const before = await kept.dataRows()
      kept.standIn.scenario('yahoo', fault)
      const run = await kept.run('quotes-xasx')
      expect(run.sources[0]).toMatchObject({ scope: lynas, rows_written: 0 })
      expect(await kept.dataRows()).toEqual(before)
      const state = fault === 'Q31' ? 'blocked' : 'broken'
      const shown = await kept.scopeRow('yahoo', lynas)
      expect(shown).toMatchObject({ state, why, newest_item: '2026-11-20' })
      expect(shown.detail).toContain(detail)
      expect(shown.since !== null && shown.since >= keptAt).toBe(true)
      const told = kept.log.lines().filter((line) => line.msg === 'source.state' && line['scope'] === lynas)
      expect(told).toMatchObject([{ level, state, why }])
      // The benchmark of the same exchange was asked all the same, but past a wall.
      expect(run.sources[1]).toMatchObject({ kind: fault === 'Q31' ? 'blocked' : 'ok' })
      const rows = await pricesOf(kept, lynas, '2026-11-20')
      expect(rows).toMatchObject([{ source: 'yahoo', status: 'final', flags: [] }])
    })

  test('Q28: on the third day it is believed, and the history stays', async ({ kept }) => {
    const before = await kept.bars(lynas)
    const since: (string | null)[] = []
    for (let day = 1; day <= 3; day += 1) {
      kept.standIn.scenario('yahoo', 'Q28')
      await kept.run('quotes-xasx')
      since.push((await kept.scopeRow('yahoo', lynas)).since)
      kept.time.advance(days)
    }
    expect(new Set(since).size).toBe(1)
    expect((await kept.scopeRow('yahoo', lynas)).detail).toContain('on 3 days; what is stored is kept')
    expect(await kept.bars(lynas)).toEqual(before)
  })
})

describe('splits and dividends', () => {
  test('Q15: a history wholly rescaled is a new epoch, told with its factor', async ({ kept }) => {
    const [before] = await pricesOf(kept, lynas, '2026-11-19')
    kept.time.advance(minutes)
    kept.standIn.scenario('yahoo', 'Q15', 2)
    await kept.run('quotes-xasx')
    const [after] = await pricesOf(kept, lynas, '2026-11-19')
    expect((after?.close ?? 0) / (before?.close ?? 1)).toBeCloseTo(0.1, 5)
    expect(await kept.scopeRow('yahoo', lynas)).toMatchObject({ state: 'fresh' })
    const told = kept.log.lines().filter((line) => line.msg === 'source.note')
    expect(told).toMatchObject([{ level: 30, scope: lynas, note: expect.stringContaining('by 0.1000') }])
    const asOf = `/api/v1/prices?tickers=${lynas}&from=2026-11-19&to=2026-11-19&as_of=${keptAt}`
    expect((await read(kept.app, getPrices, asOf)).data).toMatchObject([{ close: before?.close }])
  })

  test('Q17, Q19: an odd ratio, another currency, half the price: stored as unverified and told', async ({
    kept,
  }) => {
    for (const [fault, code, actions] of [
      ['Q17', 'Q17', [{ kind: 'split', numerator: 4406, denominator: 10_000, flags: ['unverified'] }]],
      [
        'Q19',
        'Q19',
        [
          { kind: 'dividend', exDate: '2026-11-16', currency: 'EUR', flags: ['unverified'] },
          { kind: 'dividend', exDate: '2026-11-17', amount: 50, flags: ['unverified'] },
        ],
      ],
    ] as const) {
      const closes = (await kept.bars(lynas)).map(({ close }) => close)
      kept.standIn.scenario('yahoo', fault, 2)
      await kept.run('quotes-xasx')
      const held = await kept.db.query.corporateActions.findMany({
        where: (row, { and, eq, gt, isNull }) =>
          and(gt(row.exDate, day('2026-11-01')), isNull(row.supersededAt), eq(row.kind, actions[0].kind)),
        orderBy: (row, { asc }) => asc(row.exDate),
      })
      expect(held).toMatchObject(actions)
      expect((await kept.bars(lynas)).map(({ close }) => close)).toEqual(closes)
      const { warnings } = await kept.scopeRow('yahoo', lynas)
      expect(new Set(warnings.map((warning) => warning.code))).toEqual(new Set([code]))
      const told = kept.log.lines().filter((line) => line['code'] === code)
      expect(new Set(told.map(({ level }) => level))).toEqual(new Set([40]))
      kept.time.advance(10 * minutes)
    }
  })

  test('Q18: a dividend restates the adjusted closes and nothing else', async ({ kept }) => {
    const before = await kept.bars(lynas)
    kept.standIn.scenario('yahoo', 'Q18', 2)
    await kept.run('quotes-xasx')
    const after = await kept.bars(lynas)
    expect(after.map(({ close, epoch }) => [close, epoch])).toEqual(
      before.map(({ close, epoch }) => [close, epoch]),
    )
    expect((after[0]?.adjClose ?? 0) / (after[0]?.close ?? 1)).toBeCloseTo(0.98, 4)
  })
})

describe('a history as stored', () => {
  test('Q10, Q11: over two changes of summer time every bar lies on a session of its exchange', async ({
    kept,
  }) => {
    // The stand-in names one offset for all of them, as Yahoo does.
    for (const [ticker, calendar] of [
      [lynas, 'XASX'],
      ['MP', 'XNYS'],
    ] as const) {
      const held = (await kept.bars(ticker)).filter(({ sessionDate }) => sessionDate >= '2026-01-01')
      const sessions = sessionsBetween(seedIndexes()[calendar], day('2026-01-01'), day('2026-11-20'))
      expect(held.map(({ sessionDate }) => sessionDate)).toEqual(sessions)
    }
  })

  test('Q36: no price has the noise of a 32-bit float', async ({ kept }) => {
    const prices = (await kept.bars(lynas)).flatMap(({ open, high, low, close }) => [open, high, low, close])
    expect(prices.filter((price) => price !== null && Math.round(price * 1e6) / 1e6 !== price)).toEqual([])
    expect(prices.every((price) => price !== null && String(price).length <= 9)).toBe(true)
  })
})

describe('a session that is not over', () => {
  test('Q05: is provisional, dated by its exchange, and not the newest item', async ({ kept }) => {
    // Monday 13:00 in New York.
    advanceTo(kept, '2026-11-23T18:00:00.000Z')
    await kept.run('quotes-xnys')
    expect(await pricesOf(kept, 'MP', '2026-11-21')).toMatchObject([
      { date: '2026-11-23', status: 'provisional' },
    ])
    expect(await kept.scopeRow('yahoo', 'MP')).toMatchObject({ state: 'fresh', newest_item: '2026-11-20' })
  })

  test('Q06: given twice, with the stamp of the open and of the last trade, is one bar', async ({ kept }) => {
    advanceTo(kept, '2026-11-23T18:00:00.000Z')
    kept.standIn.scenario('yahoo', 'Q06')
    await kept.run('quotes-xnys')
    expect(await pricesOf(kept, 'MP', '2026-11-21')).toHaveLength(1)
    expect(kept.log.lines().filter((line) => line['code'] === 'Q06')).toMatchObject([{ level: 20 }])
  })

  for (const [title, job, ticker, before, after] of [
    ['Q39: a half-day in New York', 'quotes-xnys', 'MP', '2026-11-27T18:15:00Z', '2026-11-27T18:21:00Z'],
    [
      'Q40: the closing auction in Sydney',
      'quotes-xasx',
      lynas,
      '2026-11-23T05:05:00Z',
      '2026-11-23T05:41:00Z',
    ],
  ] as const)
    test(`${title}: provisional until the margin is over, then final`, async ({ kept }) => {
      for (const [at, status] of [
        [before, 'provisional'],
        [after, 'final'],
      ] as const) {
        advanceTo(kept, at)
        await kept.run(job)
        const newest = (await pricesOf(kept, ticker, '2026-11-21')).at(-1)
        expect(newest).toMatchObject({ date: before.slice(0, 10), status })
      }
    })
})

describe('days that nobody has, or nobody confirms', () => {
  const forget = async ({ store }: KeptStore) => store.sql`
    delete from bars using instruments
    where id = instrument_id and ticker in ('LYC.AX', 'STW.AX') and session_date > '2026-11-13'`

  test('Q41: a session that no line of an exchange has: a gap of each, never a row', async ({ kept }) => {
    await forget(kept)
    kept.standIn.scenario('yahoo', 'Q04', 2)
    await kept.run('quotes-xasx')
    const gaps = await kept.db.query.gaps.findMany({
      where: (gap, { eq }) => eq(gap.sessionDate, day('2026-11-16')),
    })
    expect(gaps).toMatchObject([{ reason: 'missing' }, { reason: 'missing' }])
    expect(await pricesOf(kept, lynas, '2026-11-16')).toHaveLength(4)
    for (const scope of [lynas, 'STW.AX'])
      expect((await kept.scopeRow('yahoo', scope)).warnings).toEqual([
        { code: 'Q04', detail: 'sessions missing', count: 1 },
      ])
  })

  test('Q37: the next answer reaches back over the sessions before those under review', async ({ kept }) => {
    await forget(kept)
    kept.standIn.scenario('yahoo', 'Q37-unit')
    await kept.run('quotes-xasx')
    const held = (await kept.bars(lynas)).filter(({ sessionDate }) => sessionDate > '2026-11-13')
    expect(held.map(({ flags }) => flags)).toEqual(held.map(() => ['suspect']))
    kept.time.advance(10 * minutes)
    await kept.run('quotes-xasx')
    const asked = kept.standIn.log().filter(({ path }) => decodeURIComponent(path).includes(lynas))
    const from = asked.map(({ query }) => new Date(Number(query.get('period1')) * 1_000).toISOString())
    // Fifteen sessions before the 13th, midnight in Sydney, both times.
    expect(from).toEqual(['2026-10-22T13:00:00.000Z', '2026-10-22T13:00:00.000Z'])
    const flags = (await kept.bars(lynas)).flatMap((bar) => bar.flags)
    expect(flags).toEqual([])
  })
})
