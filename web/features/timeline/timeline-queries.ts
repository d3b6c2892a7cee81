/** What the timeline asks Oreline for, and the asking ahead of the first drawing. */
import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { getFilings } from '@oreline/shared/api/filings.ts'
import { getInstruments, type InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { getPrices } from '@oreline/shared/api/prices.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import { tickerSchema, type Instant, type Ticker } from '@oreline/shared/kernel/brand.ts'
import type { QueryClient } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { lastingOf, pastOf } from '../../ui/as-of.ts'
import type { Search } from '../../ui/search.ts'
import { readView, type TimelineView } from './view.ts'

/** The most rows the server gives in one answer; more than that is said on the page, never cut in silence. */
const MOST_BARS = 50_000
const MOST_FILINGS = 10_000
const MOST_EVENTS = 1_000

export const instrumentsQuery = endpointQuery(getInstruments, { query: {} })
export const sourcesQuery = endpointQuery(getSources, { query: {} })
export const calendarsQuery = { ...endpointQuery(getCalendars, { query: {} }), staleTime: Infinity }

/** `asOf`: what was stored then; null: what is stored now. */
export const eventsQuery = (asOf: Instant | null) => ({
  ...endpointQuery(getPolicyEvents, { query: { context: 'true', limit: MOST_EVENTS, ...pastOf(asOf) } }),
  ...lastingOf(asOf),
})

/** The whole history of the lines, so that panning and zooming never wait. */
export const pricesQuery = (
  tickers: readonly Ticker[],
  { currency, asOf }: { readonly currency: TimelineView['currency']; readonly asOf: Instant | null },
) => ({
  ...endpointQuery(getPrices, {
    query: { tickers: namesOf(tickers), currency, limit: MOST_BARS, ...pastOf(asOf) },
  }),
  ...lastingOf(asOf),
})

export const filingsQuery = (tickers: readonly Ticker[], asOf: Instant | null) => ({
  ...endpointQuery(getFilings, {
    query: { tickers: namesOf(tickers), limit: MOST_FILINGS, ...pastOf(asOf) },
  }),
  ...lastingOf(asOf),
})

/** In one order, whichever way the lines were chosen, so that the same lines are the same question. */
const namesOf = (tickers: readonly Ticker[]) => tickers.toSorted().join(',')

/** In the order of the instruments; the tracked ones where none are named, or none that is held. */
export function chosenInstruments(
  all: readonly InstrumentRow[],
  tickers: readonly Ticker[],
): readonly InstrumentRow[] {
  const known = all.filter(({ ticker }) => tickers.includes(ticker))
  return known.length > 0 ? known : all.filter(({ role }) => role === 'tracked')
}

/** What a fresh Oreline follows: asked for at once where the address names no lines. */
const USUAL_TICKERS: readonly Ticker[] = ['MP', 'UUUU', 'LYC.AX', '600111.SS'].map((name) =>
  tickerSchema.parse(name),
)

/**
 * Asks for everything while the page is still being put together. The lines are guessed from the address, so that the
 * prices need not wait for the list of instruments; where the guess is wrong, the page asks for the right ones. What
 * fails is asked again, and told, by the page.
 */
export function askAhead(queries: QueryClient, search: Search): void {
  const { as_of: asOf, currency, tickers } = readView(search).view
  const guess = tickers.length > 0 ? tickers : USUAL_TICKERS
  void queries.prefetchQuery(pricesQuery(guess, { currency, asOf }))
  void queries.prefetchQuery(instrumentsQuery)
  void queries.prefetchQuery(eventsQuery(asOf))
  void queries.prefetchQuery(filingsQuery(guess, asOf))
  void queries.prefetchQuery(sourcesQuery)
  void queries.prefetchQuery(calendarsQuery)
}
