/** What the timeline asks Oreline for, and the asking ahead of the first drawing. */
import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { getFilings } from '@oreline/shared/api/filings.ts'
import { getInstruments, type InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { getPrices } from '@oreline/shared/api/prices.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import type { QueryClient } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import type { Search } from '../../ui/search.ts'
import { readView, type TimelineView } from './view.ts'

/** The most rows the server gives in one answer; more than that is said on the page, never cut in silence. */
const MOST_BARS = 50_000
const MOST_FILINGS = 10_000
const MOST_EVENTS = 1_000

export const instrumentsQuery = endpointQuery(getInstruments, { query: {} })
export const eventsQuery = endpointQuery(getPolicyEvents, { query: { context: 'true', limit: MOST_EVENTS } })
export const sourcesQuery = endpointQuery(getSources, { query: {} })
export const calendarsQuery = { ...endpointQuery(getCalendars, { query: {} }), staleTime: Infinity }

/** The whole history of the chosen lines, so that panning and zooming never wait. */
export const pricesQuery = (chosen: readonly InstrumentRow[], currency: TimelineView['currency']) =>
  endpointQuery(getPrices, { query: { tickers: namesOf(chosen), currency, limit: MOST_BARS } })

export const filingsQuery = (chosen: readonly InstrumentRow[]) =>
  endpointQuery(getFilings, { query: { tickers: namesOf(chosen), limit: MOST_FILINGS } })

const namesOf = (chosen: readonly InstrumentRow[]) => chosen.map(({ ticker }) => ticker).join(',')

/** In the order of the instruments; the tracked ones where none are named, or none that is held. */
export function chosenInstruments(
  all: readonly InstrumentRow[],
  tickers: readonly Ticker[],
): readonly InstrumentRow[] {
  const known = all.filter(({ ticker }) => tickers.includes(ticker))
  return known.length > 0 ? known : all.filter(({ role }) => role === 'tracked')
}

/** Asks for everything while the page is still being put together. What fails is asked again, and told, by the page. */
export async function askAhead(queries: QueryClient, search: Search): Promise<void> {
  const { view } = readView(search)
  const instruments = queries.prefetchQuery(instrumentsQuery)
  void queries.prefetchQuery(eventsQuery)
  void queries.prefetchQuery(sourcesQuery)
  void queries.prefetchQuery(calendarsQuery)
  await instruments
  const answer = queries.getQueryData(instrumentsQuery.queryKey)
  if (answer === undefined) return
  const chosen = chosenInstruments(answer.data, view.tickers)
  void queries.prefetchQuery(pricesQuery(chosen, view.currency))
  void queries.prefetchQuery(filingsQuery(chosen))
}
