import { crossRates, rateFor } from '@oreline/shared/domain/fx/cross.ts'
import { describe, expect, test } from 'vitest'
import { day } from '../../support/brands.ts'

const rate = (currency: string, date: string, perEur: number) => ({
  currency,
  date: day(date),
  perEur,
})

describe('a rate crossed over the euro', () => {
  const rates = [
    rate('USD', '2025-10-01', 1.25),
    rate('AUD', '2025-10-01', 2),
    rate('AUD', '2025-10-02', 2.5),
    rate('USD', '2025-10-03', 1.5),
    rate('AUD', '2025-10-03', 2),
    rate('CNY', '2025-10-03', 8),
  ]

  test('1.25 USD and 2 AUD per EUR make 0.625 USD per AUD', () => {
    expect(crossRates('AUD', 'USD', rates)).toEqual([
      { date: '2025-10-01', rate: 0.625 },
      { date: '2025-10-03', rate: 0.75 },
    ])
  })

  test('the euro is one leg by itself, in either place', () => {
    expect(crossRates('EUR', 'CNY', rates)).toEqual([{ date: '2025-10-03', rate: 8 }])
    expect(crossRates('CNY', 'EUR', rates)).toEqual([{ date: '2025-10-03', rate: 0.125 }])
  })

  test('a day on which one leg was not published has no rate', () => {
    expect(crossRates('AUD', 'USD', rates).map(({ date }) => date)).not.toContain('2025-10-02')
    expect(crossRates('JPY', 'USD', rates)).toEqual([])
  })

  test('the order in which rates come plays no part', () => {
    expect(crossRates('AUD', 'USD', rates.toReversed())).toEqual(crossRates('AUD', 'USD', rates))
  })
})

describe('the rate for a day', () => {
  const rates = [
    { date: day('2025-12-24'), rate: 1 },
    { date: day('2026-01-05'), rate: 2 },
  ]

  test.each([
    ['on the day itself', '2025-12-24', 1],
    ['seven days later', '2025-12-31', 1],
    ['eight days later there is none', '2026-01-01', null],
    ['a later rate was not known', '2025-12-23', null],
    ['the newest from its day on', '2026-01-05', 2],
    ['the newest for a week', '2026-01-12', 2],
  ])('%s', (_, date, expected) => {
    expect(rateFor(rates, day(date))?.rate ?? null).toBe(expected)
  })

  test('no rates, no rate', () => {
    expect(rateFor([], day('2026-01-05'))).toBeNull()
  })
})
