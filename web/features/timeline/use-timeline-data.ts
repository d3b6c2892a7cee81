import { getFilings } from '@oreline/shared/api/filings.ts'
import { getInstruments, type InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { getPrices } from '@oreline/shared/api/prices.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import type { TimelineView } from './view.ts'

/** The most rows the server gives in one answer; more than that is said on the page, never cut in silence. */
const MOST_BARS = 50_000
const MOST_FILINGS = 10_000
const MOST_EVENTS = 1_000

/** Everything the timeline shows. Changing the view keeps what is drawn until the new rows are there. */
export function useTimelineData({ tickers, currency }: Pick<TimelineView, 'tickers' | 'currency'>) {
  const instruments = useQuery(endpointQuery(getInstruments, { query: {} }))
  const all = instruments.data?.data ?? NONE
  const chosen = chosenInstruments(all, tickers)
  const names = chosen.map(({ ticker }) => ticker).join(',')
  const prices = useQuery({
    ...endpointQuery(getPrices, { query: { tickers: names, currency, limit: MOST_BARS } }),
    enabled: names !== '',
    placeholderData: keepPreviousData,
  })
  const filings = useQuery({
    ...endpointQuery(getFilings, { query: { tickers: names, limit: MOST_FILINGS } }),
    enabled: names !== '',
    placeholderData: keepPreviousData,
  })
  const events = useQuery(endpointQuery(getPolicyEvents, { query: { context: 'true', limit: MOST_EVENTS } }))
  const sources = useQuery(endpointQuery(getSources, { query: {} }))
  return { instruments, all, chosen, prices, filings, events, sources }
}

/** The same empty list every time, so that nothing is computed anew while the instruments are on their way. */
const NONE: readonly InstrumentRow[] = []

/** In the order of the instruments; the tracked ones where none are named. */
function chosenInstruments(
  all: readonly InstrumentRow[],
  tickers: readonly Ticker[],
): readonly InstrumentRow[] {
  const known = all.filter(({ ticker }) => tickers.includes(ticker))
  return known.length > 0 ? known : all.filter(({ role }) => role === 'tracked')
}
