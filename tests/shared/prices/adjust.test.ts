import {
  buildAdjuster,
  providersAdjClose,
  type Adjustment,
  type DividendOn,
  type SplitOn,
  type StoredBar,
} from '@oreline/shared/domain/prices/adjust.ts'
import { array, assert, constantFrom, double, integer, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'

function aBar(date: string, close: number, more: Partial<StoredBar> = {}): StoredBar {
  return {
    date: day(date),
    open: close,
    high: close,
    low: close,
    close,
    adjClose: null,
    volume: 1_000,
    basis: 'raw',
    flags: [],
    recordedAt: instant('2026-11-21T00:00:00Z'),
    ...more,
  }
}

const adjust = (
  bar: StoredBar,
  adjustment: Adjustment,
  { splits = [], dividends = [] }: { splits?: SplitOn[]; dividends?: DividendOn[] },
) => buildAdjuster(adjustment, { splits, dividends })(bar)

/** Ex-dates, CNY per share, and closes of the session before, from PRICES.md and the starter series. */
const northernRareEarth: DividendOn[] = [
  { exDate: day('2024-06-21'), amount: 0.07, closeBefore: 17.3 },
  { exDate: day('2025-06-20'), amount: 0.035, closeBefore: 24.2 },
  { exDate: day('2026-06-11'), amount: 0.13, closeBefore: 47.11 },
]

describe('dividends: 600111.SS paid 0.07, 0.035 and 0.13 CNY in June of 2024, 2025 and 2026 (PRICES.md)', () => {
  test('23.29 on 2025-04-30 is 23.29 × (1 − 0.035/24.20) × (1 − 0.13/47.11) = 23.192140 adjusted', () => {
    const { close, adjClose } = adjust(aBar('2025-04-30', 23.29), 'splits', { dividends: northernRareEarth })
    expect(close).toBe(23.29)
    expect(adjClose).toBeCloseTo(23.192_14, 6)
  })

  test('19.25 on 2024-01-02 lies before all three: 19.091553', () => {
    expect(adjust(aBar('2024-01-02', 19.25), 'all', { dividends: northernRareEarth }).close).toBeCloseTo(
      19.091_553,
      6,
    )
  })

  test('on the ex-date itself the dividend is gone: 47.52 stays, the day before is 46.98', () => {
    const before = adjust(aBar('2026-06-10', 47.11), 'all', { dividends: northernRareEarth })
    expect(before.close).toBeCloseTo(46.98, 10)
    expect(adjust(aBar('2026-06-11', 47.52), 'all', { dividends: northernRareEarth }).close).toBe(47.52)
  })

  test('asking for all adjusts open, high and low alike, and leaves the volume', () => {
    const bar = aBar('2026-06-10', 47.11, { open: 47.8, high: 49.2, low: null })
    const { open, high, low, volume } = adjust(bar, 'all', { dividends: northernRareEarth })
    expect(open).toBeCloseTo(47.8 * (46.98 / 47.11), 10)
    expect(high).toBeCloseTo(49.2 * (46.98 / 47.11), 10)
    expect(low).toBeNull()
    expect(volume).toBe(1_000)
  })

  test.each([
    ['its close before is not known', { closeBefore: null }],
    ['its currency is another', { amount: null }],
    ['it is more than a quarter of the price', { amount: 12 }],
  ])('a dividend that cannot be computed with leaves what lies before unknown: %s', (_, odd) => {
    const dividends = northernRareEarth.map((dividend) =>
      dividend.exDate === '2025-06-20' ? { ...dividend, ...odd } : dividend,
    )
    expect(adjust(aBar('2025-06-19', 24.2), 'all', { dividends })).toMatchObject({
      close: null,
      adjClose: null,
    })
    expect(adjust(aBar('2025-06-19', 24.2), 'splits', { dividends })).toMatchObject({
      close: 24.2,
      adjClose: null,
    })
    expect(adjust(aBar('2025-06-20', 23.97), 'all', { dividends }).close).toBeCloseTo(
      23.97 * (1 - 0.13 / 47.11),
    )
  })
})

describe('splits: ten new shares for one, ex on 2025-06-10', () => {
  const splits: SplitOn[] = [
    { exDate: day('2025-06-10'), numerator: 10, denominator: 1, beginsAt: instant('2025-06-10T04:00:00Z') },
  ]
  const raw = aBar('2025-06-09', 1_200, { volume: 5_000 })

  test('a raw 1200 is 120 split-adjusted, its 5,000 shares are 50,000', () => {
    expect(adjust(raw, 'splits', { splits })).toMatchObject({ close: 120, volume: 50_000, adjClose: 120 })
    expect(adjust(raw, 'none', { splits })).toMatchObject({ close: 1_200, volume: 5_000, adjClose: 120 })
  })

  test('a split-adjusted 120 fetched after it was 1200 as traded', () => {
    const bar = aBar('2025-06-09', 120, { basis: 'splits', volume: 50_000 })
    expect(adjust(bar, 'none', { splits })).toMatchObject({ close: 1_200, volume: 5_000 })
    expect(adjust(bar, 'splits', { splits })).toMatchObject({ close: 120, volume: 50_000 })
  })

  test('a split-adjusted 1200 fetched the evening before does not hold the split yet', () => {
    const bar = aBar('2025-06-09', 1_200, {
      basis: 'splits',
      adjClose: 1_190,
      recordedAt: instant('2025-06-10T00:30:00Z'),
    })
    expect(adjust(bar, 'splits', { splits })).toMatchObject({ close: 120, adjClose: 120 })
    expect(adjust(bar, 'none', { splits })).toMatchObject({ close: 1_200, adjClose: 120 })
    expect(providersAdjClose(bar, splits)).toBe(119)
  })

  test("a provider's adjusted close beside a raw close holds the split already", () => {
    expect(providersAdjClose({ ...raw, adjClose: 118 }, splits)).toBe(118)
    expect(providersAdjClose(raw, splits)).toBeNull()
  })

  test('from the ex-date on nothing changes', () => {
    expect(adjust(aBar('2025-06-10', 121), 'splits', { splits })).toMatchObject({ close: 121, volume: 1_000 })
  })
})

describe("the provider's adjusted close", () => {
  test('is never what is shown: ours is, where every later action is usable, else none', () => {
    const bar = aBar('2025-06-09', 100, { basis: 'splits', open: 90, adjClose: 95 })
    const ours = 100 * (1 - 0.035 / 24.2) * (1 - 0.13 / 47.11)
    const shown = adjust(bar, 'all', { dividends: northernRareEarth })
    expect(shown.close).toBeCloseTo(ours, 10)
    expect(shown.adjClose).toBeCloseTo(ours, 10)
    expect(shown.open).toBeCloseTo(ours * 0.9, 10)
    const unusable = [{ exDate: day('2026-06-11'), amount: null, closeBefore: 47.11 }]
    expect(adjust(bar, 'all', { dividends: unusable })).toMatchObject({ close: null, adjClose: null })
  })

  test('that is missing or impossible in an answer does not keep ours away', () => {
    const bar = aBar('2025-06-09', 100, { basis: 'splits', flags: ['adj_missing'] })
    expect(adjust(bar, 'splits', {})).toMatchObject({ close: 100, adjClose: 100 })
  })

  test('a bar that came dividend-adjusted passes as it is', () => {
    const bar = aBar('2024-06-20', 17.3, { basis: 'adjusted' })
    for (const adjustment of ['none', 'splits', 'all'] as const)
      expect(adjust(bar, adjustment, { dividends: northernRareEarth })).toMatchObject({
        close: 17.3,
        adjClose: 17.3,
      })
  })
})

test('law: however many splits, price times volume stays, and splits undo themselves', () => {
  const days = ['2025-01-02', '2025-02-03', '2025-03-03', '2025-04-01'].map(day)
  const aSplit = record({
    exDate: constantFrom(...days),
    numerator: integer({ min: 1, max: 50 }),
    denominator: integer({ min: 1, max: 50 }),
    beginsAt: constantFrom(instant('2020-01-01T00:00:00.000Z'), instant('2030-01-01T00:00:00.000Z')),
  })
  assert(
    property(
      array(aSplit, { maxLength: 4 }),
      tuple(double({ min: 0.1, max: 5_000, noNaN: true }), constantFrom<'raw' | 'splits'>('raw', 'splits')),
      (splits, [close, basis]) => {
        const bar = aBar('2025-01-15', close, { basis })
        for (const adjustment of ['none', 'splits'] as const) {
          const adjusted = adjust(bar, adjustment, { splits })
          expect(((adjusted.close ?? 0) * (adjusted.volume ?? 0)) / (close * 1_000)).toBeCloseTo(1, 9)
        }
        const asTraded = adjust(bar, 'none', { splits }).close ?? 0
        const again = adjust({ ...bar, close: asTraded, basis: 'raw' }, 'splits', { splits }).close ?? 0
        expect(again / (adjust(bar, 'splits', { splits }).close ?? 0)).toBeCloseTo(1, 9)
      },
    ),
  )
})
