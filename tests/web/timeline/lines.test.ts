import { describe, expect, it } from 'vitest'
import { summarise } from '../../../web/features/timeline/line-summary.ts'
import { seriesOf, seriesWithoutValues } from '../../../web/features/timeline/series.ts'
import { sessionOf } from '../../../web/features/timeline/session-of.ts'
import { day, instant } from '../../support/brands.ts'
import { seedIndexes } from '../../support/seed-files.ts'
import { instrumentRow, priceRow } from '../rows.ts'

const ink = { color: 'black', dash: null }
const mp = instrumentRow({})
const lynas = instrumentRow({ ticker: 'LYC.AX', calendar: 'XASX', mic: 'XASX', currency: 'AUD' })
/** MP before and on the day of the DoD package, and a day on which it had no price. */
const rows = [
  priceRow({ date: '2025-07-08', close: 30 }),
  priceRow({ date: '2025-07-09', close: 30.03 }),
  priceRow({ date: '2025-07-10', close: 45.23 }),
  priceRow({ date: '2025-07-11', close: null, flags: ['no_trade'] }),
]
const lines = seriesOf(rows, [mp, lynas], () => ink)
const [line, empty] = lines

describe('seriesOf', () => {
  it('makes one line per instrument in their order, an empty one where nothing is held', () => {
    expect(lines.map(({ ticker, points }) => [ticker, points.length])).toEqual([
      ['MP', 4],
      ['LYC.AX', 0],
    ])
  })

  it('takes the currency of the rows: dollars when dollars were asked for', () => {
    const [converted] = seriesOf([priceRow({ ticker: 'LYC.AX', currency: 'USD' })], [lynas], () => ink)
    expect(converted?.currency).toBe('USD')
    expect(empty?.currency).toBe('AUD')
  })

  it('keeps a session without a price as null, never as zero', () => {
    expect(line?.points.at(-1)?.value).toBeNull()
  })
})

describe('a price under review', () => {
  const spoilt = [
    ...rows.slice(0, 2),
    priceRow({ date: '2025-07-10', close: 4_523, flags: ['suspect'] }),
    priceRow({ date: '2025-07-12', close: 45, flags: ['off_calendar'] }),
  ]
  const [reviewed] = seriesOf(spoilt, [mp], () => ink)
  const shown = { from: day('2025-07-08'), to: day('2025-07-31') }

  it('Q37: is held, breaks the line and is counted; the line ends at the price before', () => {
    expect(reviewed?.points.at(-1)).toMatchObject({ date: '2025-07-10', value: null, underReview: true })
    if (reviewed === undefined) throw new Error('MP has a line')
    const summary = summarise(reviewed, shown, undefined, instant('2025-07-11T21:00:00.000Z'))
    expect(summary).toMatchObject({ underReview: 1, newest: { date: '2025-07-09', value: 30.03 } })
    expect(summary.change).toBeCloseTo(30.03 / 30 - 1, 12)
  })

  it('K02: one of a day without a session is not drawn at all', () => {
    expect(reviewed?.points.map(({ date }) => String(date))).not.toContain('2025-07-12')
  })
})

describe('seriesWithoutValues', () => {
  it('finds lines whose every session lacks a rate, and not those that hold nothing', () => {
    const unrated = seriesOf([priceRow({ close: null })], [mp, lynas], () => ink)
    expect(seriesWithoutValues(unrated).map(({ ticker }) => String(ticker))).toEqual(['MP'])
    expect(seriesWithoutValues(lines)).toEqual([])
  })
})

describe('sessionOf', () => {
  it('45.23 after 30.03 is +50.6 % (MP, 10 July 2025)', () => {
    if (line === undefined) throw new Error('MP has a line')
    expect(sessionOf(line, day('2025-07-10'))?.change).toBeCloseTo(0.50616, 5)
    expect(sessionOf(line, day('2025-07-08'))?.change).toBeNull()
    expect(sessionOf(line, day('2025-07-11'))).toMatchObject({ change: null, point: { value: null } })
    expect(sessionOf(line, day('2025-07-12'))).toBeNull()
    expect(sessionOf(line, day('2025-07-10'))?.overHoleSince).toBeNull()
    const missing = new Map([[day('2025-07-09'), 'no price']])
    const without = { ...line, points: line.points.filter(({ date }) => !missing.has(date)) }
    expect(sessionOf(without, day('2025-07-10'), missing)?.overHoleSince).toBe('2025-07-08')
  })
})

describe('summarise', () => {
  const { XNYS } = seedIndexes()
  const shown = { from: day('2025-07-09'), to: day('2025-07-31') }

  it('names the newest session with a price, its age in closed sessions and the change in the days shown', () => {
    if (line === undefined) throw new Error('MP has a line')
    // After the close of Monday, 14 July 2025: the sessions of the 11th and the 14th have closed since.
    const summary = summarise(line, shown, XNYS, instant('2025-07-14T21:00:00.000Z'))
    expect(summary).toMatchObject({ newest: { date: '2025-07-10', value: 45.23 }, age: 2 })
    expect(summary.change).toBeCloseTo(45.23 / 30.03 - 1, 12)
  })

  it('does not know an age without a calendar, nor a change from fewer than two prices', () => {
    if (line === undefined || empty === undefined) throw new Error('there are two lines')
    const narrow = { from: day('2025-07-10'), to: day('2025-07-31') }
    const summary = summarise(line, narrow, undefined, instant('2025-07-14T21:00:00.000Z'))
    expect(summary).toMatchObject({ age: 'unknown', change: null })
    expect(summarise(empty, shown, XNYS, instant('2025-07-14T21:00:00.000Z'))).toMatchObject({
      newest: null,
      age: 'unknown',
      change: null,
    })
  })
})
