import type { ChainEvent, ChainMap } from '@oreline/shared/api/chain.ts'
import { getChainMap } from '@oreline/shared/api/chain.ts'
import { getInstruments } from '@oreline/shared/api/instruments.ts'
import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { endpointQuery } from '../../api.ts'
import { isOfMoment, lastingOf, momentShown, pastOf } from '../../ui/as-of.ts'
import { todayOf, useNow } from '../../ui/use-now.ts'
import { matrixOf, stagesInOrder, type Cell } from './cells.ts'
import type { ChainView } from './chain-view.ts'
import { companiesOf, type Company } from './companies.ts'

/** What every part of the screen is drawn from. */
export type Chain = {
  readonly map: ChainMap
  /** Without those of the background, unless asked for. */
  readonly events: readonly ChainEvent[]
  readonly companies: readonly Company[]
  readonly stages: readonly Stage[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * The map on the day of the view, as stored at its moment. Of another day the former stays until the answer is there,
 * never that of another moment.
 */
export function useChain(view: ChainView): {
  readonly query: UseQueryResult
  /** The moment whose store is shown; null: now. */
  readonly asOf: Instant | null
  /** The address names a moment that has not come yet: now is shown. */
  readonly isAhead: boolean
  readonly chain: Chain | null
  /** The day that states are shown for. */
  readonly at: IsoDate
  /** In the past, its day. */
  readonly today: IsoDate
} {
  const now = useNow(60_000)
  const { asOf, isAhead } = momentShown(view.as_of, now)
  const today = todayOf(asOf ?? now)
  const query = useQuery({
    ...endpointQuery(getChainMap, {
      query: { ...(view.at === null ? {} : { at: view.at }), ...pastOf(asOf) },
    }),
    ...lastingOf(asOf),
    placeholderData: (former, asked) => (isOfMoment(asked?.queryKey, asOf) ? former : undefined),
  })
  const instruments = useQuery({
    ...endpointQuery(getInstruments, { query: pastOf(asOf) }),
    ...lastingOf(asOf),
  })
  const map = query.data?.data
  // Without the names of the companies their tickers must do.
  const listed = instruments.data?.data ?? (instruments.error === null ? undefined : NOBODY)
  const chain = useMemo(() => {
    if (map === undefined || listed === undefined) return null
    const events = map.events.filter(({ context_only: isBackground }) => view.context || !isBackground)
    return {
      map,
      events,
      companies: companiesOf(map.coverage, listed),
      stages: stagesInOrder(map),
      rows: matrixOf(map, events),
    }
  }, [map, listed, view.context])
  return { query, chain, asOf, isAhead, at: map?.at ?? view.at ?? today, today }
}

const NOBODY: readonly never[] = []
