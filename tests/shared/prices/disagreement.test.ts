import { buildAdjuster } from '@oreline/shared/domain/prices/adjust.ts'
import {
  adjustedDisagreement,
  closeDisagreement,
  type ToldBar,
} from '@oreline/shared/domain/prices/disagreement.ts'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'

const bar = (close: number, more: Partial<ToldBar> = {}): ToldBar => ({
  date: day('2026-06-10'),
  open: null,
  high: null,
  low: null,
  close,
  adjClose: null,
  volume: null,
  basis: 'splits',
  status: 'final',
  source: 'yahoo',
  flags: [],
  recordedAt: instant('2026-06-10T09:00:00.000Z'),
  ...more,
})
const none = { splits: [], dividends: [] }
/** 600111.SS, PRICES.md: 0.13 CNY with 47.11 before it. */
const paid = { splits: [], dividends: [{ exDate: day('2026-06-11'), amount: 0.13, closeBefore: 47.11 }] }
const plain = buildAdjuster('splits', none)

describe('closes of two sources', () => {
  const tencent = (close: number, more: Partial<ToldBar> = {}) =>
    bar(close, { source: 'tencent', basis: 'raw', ...more })

  test('Q52: disagree beyond half a percent, with both values', () => {
    expect(closeDisagreement(bar(40.03), tencent(40.27), plain)).toMatchObject({
      field: 'close',
      source: 'yahoo',
      value: 40.03,
      otherSource: 'tencent',
      otherValue: 40.27,
      difference: expect.closeTo(40.27 / 40.03 - 1, 9),
    })
    expect(closeDisagreement(bar(40.03), tencent(40.2), plain)).toBeNull()
  })

  test('say nothing while one is provisional, under review, adjusted, or the same source', () => {
    for (const odd of [{ status: 'provisional' }, { flags: ['suspect'] }, { basis: 'adjusted' }] as const) {
      expect(closeDisagreement(bar(40, odd), tencent(41), plain)).toBeNull()
      expect(closeDisagreement(bar(40), tencent(41, odd), plain)).toBeNull()
    }
    expect(closeDisagreement(bar(40), tencent(41, { source: 'yahoo' }), plain)).toBeNull()
  })

  test('Q51: are held against each other split-adjusted: a raw 400 is 40 after ten for one', () => {
    const split = { exDate: day('2026-06-15'), numerator: 10, denominator: 1 }
    const splits = [{ ...split, beginsAt: instant('2026-06-14T16:00:00.000Z') }]
    const adjust = buildAdjuster('splits', { splits, dividends: [] })
    const after = { recordedAt: instant('2026-06-15T09:00:00.000Z') }
    expect(closeDisagreement(bar(40, after), tencent(400, after), adjust)).toBeNull()
    expect(closeDisagreement(bar(40, after), tencent(40, after), adjust)).toMatchObject({ otherValue: 4 })
  })
})

describe('the adjusted close computed here and its source’s', () => {
  const adjust = buildAdjuster('splits', paid)

  test('600111.SS, 47.11 before 0.13: 46.98; a source that says 47.11 has not restated it', () => {
    expect(adjustedDisagreement(bar(47.11, { adjClose: 46.98 }), adjust, paid)).toBeNull()
    expect(adjustedDisagreement(bar(47.11, { adjClose: 47.11 }), adjust, paid)).toMatchObject({
      field: 'adj_close',
      source: 'computed',
      value: expect.closeTo(46.98, 10),
      otherSource: 'yahoo',
      otherValue: 47.11,
      difference: expect.closeTo(47.11 / 46.98 - 1, 9),
    })
  })

  test('are nothing to compare where the source has none, or a dividend is not usable', () => {
    expect(adjustedDisagreement(bar(47.11), adjust, paid)).toBeNull()
    const unknown = {
      splits: [],
      dividends: [{ ...paid.dividends[0], exDate: day('2026-06-11'), amount: null, closeBefore: 47.11 }],
    }
    const unsure = buildAdjuster('splits', unknown)
    expect(adjustedDisagreement(bar(47.11, { adjClose: 47.11 }), unsure, unknown)).toBeNull()
  })
})
