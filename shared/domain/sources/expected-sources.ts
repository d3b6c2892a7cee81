/** Which first source should have given something about an instrument; second ones are asked where that fails. */
import type { Instrument } from '../instruments/instrument.ts'
import { carriersOf } from './price-sources.ts'

/** A source and what of it: a ticker, or `all`. */
export type ExpectedSource = { readonly source: string; readonly scope: string }

/** Whose filings and announcements list the instrument. */
export function expectedOfFilings({ ticker, cik, asx, sse }: Instrument): readonly ExpectedSource[] {
  const symbols = { sec: cik, asx, sse }
  return Object.entries(symbols).flatMap(([source, symbol]) =>
    symbol === undefined ? [] : [{ source, scope: ticker }],
  )
}

/** Whose quotes the instrument's prices are made of; empty: nobody carries it. */
export const expectedOfPrices = (instrument: Instrument): readonly ExpectedSource[] =>
  carriersOf(instrument)
    .slice(0, 1)
    .map((source) => ({ source, scope: instrument.ticker }))

/** Whose reference rates there are. */
export const expectedOfRates: readonly ExpectedSource[] = [{ source: 'ecb', scope: 'all' }]
