import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isOfMoment } from '../../ui/as-of.ts'
import {
  chosenInstruments,
  eventsQuery,
  filingsQuery,
  instrumentsQuery,
  pricesQuery,
  sourcesQuery,
} from './timeline-queries.ts'
import type { TimelineView } from './view.ts'

/**
 * Everything the timeline shows. Changing the view keeps what is drawn until the new rows are there, but never the rows
 * of another moment: the present is not shown as the past.
 */
export function useTimelineData(
  { tickers, currency }: Pick<TimelineView, 'tickers' | 'currency'>,
  asOf: Instant | null,
) {
  const instruments = useQuery(instrumentsQuery)
  const all = instruments.data?.data ?? NONE
  const chosen = useMemo(() => chosenInstruments(all, tickers), [all, tickers])
  const names = chosen.map(({ ticker }) => ticker)
  const prices = pricesQuery(names, { currency, asOf })
  const filings = filingsQuery(names, asOf)
  const enabled = chosen.length > 0
  return {
    instruments,
    all,
    chosen,
    prices: useQuery({
      ...prices,
      enabled,
      placeholderData: (former, query) => (isOfMoment(query?.queryKey, asOf) ? former : undefined),
    }),
    filings: useQuery({
      ...filings,
      enabled,
      placeholderData: (former, query) => (isOfMoment(query?.queryKey, asOf) ? former : undefined),
    }),
    events: useQuery(eventsQuery(asOf)),
    sources: useQuery(sourcesQuery),
  }
}

/** The same empty list every time, so that nothing is computed anew while the instruments are on their way. */
const NONE: readonly InstrumentRow[] = []
