import type { IsoDate } from '../../kernel/brand.ts'
import { rateFor, type CrossRate } from '../fx/cross.ts'
import type { AdjustedPrices } from './adjust.ts'

/** Prices in another currency, and the day of the rate; both null where no rate lies within the days before. */
export type ConvertedPrices = AdjustedPrices & { readonly fxDate: IsoDate | null }

/** Converts a bar's prices by the rate of its day; volume is shares and stays. `rates` ascend by date. */
export function convertPrices(
  prices: AdjustedPrices,
  date: IsoDate,
  rates: readonly CrossRate[],
): ConvertedPrices {
  const found = rateFor(rates, date)
  const inCurrency = (price: number | null) => (price === null || found === null ? null : price * found.rate)
  return {
    open: inCurrency(prices.open),
    high: inCurrency(prices.high),
    low: inCurrency(prices.low),
    close: inCurrency(prices.close),
    adjClose: inCurrency(prices.adjClose),
    volume: prices.volume,
    fxDate: found === null ? null : found.date,
  }
}
