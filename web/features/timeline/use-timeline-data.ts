import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  chosenInstruments,
  eventsQuery,
  filingsQuery,
  instrumentsQuery,
  pricesQuery,
  sourcesQuery,
} from './timeline-queries.ts'
import type { TimelineView } from './view.ts'

/** Everything the timeline shows. Changing the view keeps what is drawn until the new rows are there. */
export function useTimelineData({ tickers, currency }: Pick<TimelineView, 'tickers' | 'currency'>) {
  const instruments = useQuery(instrumentsQuery)
  const all = instruments.data?.data ?? NONE
  const chosen = useMemo(() => chosenInstruments(all, tickers), [all, tickers])
  const held = { enabled: chosen.length > 0, placeholderData: keepPreviousData }
  return {
    instruments,
    all,
    chosen,
    prices: useQuery({ ...pricesQuery(chosen, currency), ...held }),
    filings: useQuery({ ...filingsQuery(chosen), ...held }),
    events: useQuery(eventsQuery),
    sources: useQuery(sourcesQuery),
  }
}

/** The same empty list every time, so that nothing is computed anew while the instruments are on their way. */
const NONE: readonly InstrumentRow[] = []
