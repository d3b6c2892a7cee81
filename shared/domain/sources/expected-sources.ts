/** Which first source should have given something; second ones are asked where that fails. */
import type { Instrument } from '../instruments/instrument.ts'
import { policySources } from './policy-sources.ts'
import { carriersOf } from './price-sources.ts'
import { registerSources } from './register-sources.ts'

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

/** The lists of a source that publishes several. */
const feedScopes: Readonly<Record<string, readonly string[]>> = { 'war-gov': ['releases', 'contracts'] }

/** Whose documents come in by themselves; one that is named, also where it is asked only when another fails, or when wanted. */
export const expectedOfDocuments = (named: string | undefined): readonly ExpectedSource[] =>
  [...policySources, ...registerSources]
    .filter((each) =>
      named === undefined ? !('behind' in each) && !('offUnlessWanted' in each) : each.id === named,
    )
    .flatMap(({ id }) => (feedScopes[id] ?? ['all']).map((scope) => ({ source: id, scope })))
