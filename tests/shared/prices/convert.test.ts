import { convertPrices } from '@oreline/shared/domain/prices/convert.ts'
import { expect, test } from 'vitest'
import { day } from '../../support/brands.ts'

const rates = [{ date: day('2025-10-14'), rate: 0.65 }]
const prices = { open: null, high: 22, low: 20, close: 21.64, adjClose: 21.64, volume: 7_000_000 }

test('LYC.AX closed 21.64 AUD on 2025-10-15 (PRICES.md): 14.066 USD at 0.65 of the day before', () => {
  expect(convertPrices(prices, day('2025-10-15'), rates)).toEqual({
    open: null,
    high: 22 * 0.65,
    low: 13,
    close: 21.64 * 0.65,
    adjClose: 21.64 * 0.65,
    volume: 7_000_000,
    fxDate: '2025-10-14',
  })
})

test('without a rate there are no prices, and the volume stays', () => {
  expect(convertPrices(prices, day('2025-10-13'), rates)).toEqual({
    open: null,
    high: null,
    low: null,
    close: null,
    adjClose: null,
    volume: 7_000_000,
    fxDate: null,
  })
})
