/**
 * Who carries a price series, in the usual order: the first is preferred, the others stand behind it. Carrying is data
 * (a symbol at that provider), never a rule about tickers.
 */
import type { Instrument } from '../instruments/instrument.ts'

/** In the usual order. */
export const priceSources = ['yahoo', 'tencent', 'eastmoney', 'eodhd'] as const
export type PriceSource = (typeof priceSources)[number]

/**
 * Sources that are asked only where another one gave nothing: Eastmoney shuts out whoever asks often, and has the same
 * figures as Tencent.
 */
const lastResorts: Readonly<Partial<Record<PriceSource, PriceSource>>> = { eastmoney: 'tencent' }

/** The source whose answer makes this one unnecessary; null: it is asked in its own right. */
export const standsInFor = (source: PriceSource): PriceSource | null => lastResorts[source] ?? null

/** Those that carry the instrument, in the usual order. */
export const carriersOf = (instrument: Instrument): readonly PriceSource[] =>
  priceSources.filter((source) => instrument[source] !== undefined)

/**
 * Those that carry it, the preferred one first: the chosen one where it still carries the instrument, else by the usual
 * order. `chosen` null: nobody has chosen.
 */
export function priceSourceOrder(instrument: Instrument, chosen: string | null): readonly PriceSource[] {
  const carriers = carriersOf(instrument)
  const first = carriers.find((source) => source === chosen)
  return first === undefined ? carriers : [first, ...carriers.filter((source) => source !== first)]
}
