import { currencyCodeSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import {
  formatAmount,
  formatChange,
  formatDay,
  formatDuration,
  formatFigure,
  formatMonth,
  formatPreciseChange,
  formatPrice,
  formatUntil,
} from '../../../web/ui/format.ts'
import { day, instant } from '../../support/brands.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('figures', () => {
  it('of a disagreement have two digits of a percentage, and as many of a price as were stored', () => {
    expect([0.0052, -0.01607, 0.00004, 0].map(formatPreciseChange)).toEqual([
      '+0.52 %',
      '−1.61 %',
      '0.00 %',
      '0.00 %',
    ])
    expect([14.7213, 14.7, 0.135, 1_234.56789].map(formatFigure)).toEqual([
      '14.7213',
      '14.70',
      '0.135',
      '1,234.5679',
    ])
  })

  it.each([
    [45.23, 'USD', '$45.23'],
    [14.7, 'AUD', 'A$14.70'],
    [1234.5, 'CNY', 'CN¥1,234.50'],
    [0.1355, 'AUD', 'A$0.136'],
    [0, 'USD', '$0.000'],
    [9.5, 'SEK', '9.50 SEK'],
    [null, 'USD', '–'],
  ])('%s in %s is %s', (value, currency, text) => {
    expect(formatPrice(value, currencyCodeSchema.parse(currency))).toBe(text)
  })

  it.each([
    [0.50616, '+50.6 %'],
    [-0.10949, '−10.9 %'],
    [0.0004, '0.0 %'],
    [-0.0004, '0.0 %'],
    [0, '0.0 %'],
    [12.345, '+1,234.5 %'],
    [null, '–'],
  ])('a change of %s is %s: the fraction becomes percent here and nowhere else', (fraction, text) => {
    expect(formatChange(fraction)).toBe(text)
  })

  it('counts in words', () => {
    expect(formatAmount(1, 'session', 'sessions')).toBe('1 session')
    expect(formatAmount(0, 'session', 'sessions')).toBe('0 sessions')
    expect(formatAmount(1200, 'row', 'rows')).toBe('1,200 rows')
  })
})

describe('days and spans', () => {
  it('write the month as a word', () => {
    expect(formatDay(day('2025-11-07'))).toBe('7 Nov 2025')
    expect(formatMonth(day('2026-01-01'))).toBe('Jan 2026')
  })

  it.each([
    [26 * HOUR, '1 d 2 h'],
    [48 * HOUR, '2 d'],
    [3 * HOUR + 12 * MINUTE + 59_000, '3 h 12 min'],
    [2 * HOUR, '2 h'],
    [59_999, 'under a minute'],
    [0, 'under a minute'],
  ])('%s ms are %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text)
  })

  it('a moment that has passed is now', () => {
    expect(formatUntil(instant('2026-11-21T12:00:00Z'), instant('2026-11-21T11:00:00Z'))).toBe(
      'under a minute',
    )
  })
})
