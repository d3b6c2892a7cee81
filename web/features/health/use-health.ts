import { getCalendarHorizons, getCalendarOverrides } from '@oreline/shared/api/calendar-overrides.ts'
import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { getDisagreements } from '@oreline/shared/api/disagreements.ts'
import { getGaps } from '@oreline/shared/api/gaps.ts'
import { getReady } from '@oreline/shared/api/health.ts'
import { getJobRuns } from '@oreline/shared/api/jobs.ts'
import { getQuarantine } from '@oreline/shared/api/quarantine.ts'
import { getSeries } from '@oreline/shared/api/series.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { endpointQuery } from '../../api.ts'
import { useNow, useToday } from '../../ui/use-now.ts'
import { askedOf } from './asked.ts'
import { recentDays } from './recent-days.ts'
import { verdictOf } from './verdict.ts'

/** What changes by itself is asked for this often. */
const ASK_EVERY_MS = 15_000
/** Older disagreements are in the API. */
export const DISAGREEMENT_DAYS = 90

/** Everything the page shows, and what it comes to. */
export function useHealth() {
  const today = useToday()
  const now = useNow(60_000)
  const often = { refetchInterval: ASK_EVERY_MS }
  const from = addDays(today, -DISAGREEMENT_DAYS)
  const ready = useQuery({ ...endpointQuery(getReady, {}), ...often })
  const calendars = useQuery({ ...endpointQuery(getCalendars, { query: {} }), staleTime: Infinity })
  const queries = {
    sources: useQuery({ ...endpointQuery(getSources, { query: {} }), ...often }),
    series: useQuery({ ...endpointQuery(getSeries, { query: {} }), ...often }),
    quarantine: useQuery({ ...endpointQuery(getQuarantine, { query: {} }), ...often }),
    disagreements: useQuery({ ...endpointQuery(getDisagreements, { query: { from } }), ...often }),
    gaps: useQuery({ ...endpointQuery(getGaps, { query: {} }), ...often }),
    horizons: useQuery({ ...endpointQuery(getCalendarHorizons, { query: {} }), ...often }),
    runs: useQuery({ ...endpointQuery(getJobRuns, { query: {} }), ...often }),
  }
  const overrides = useQuery(endpointQuery(getCalendarOverrides, { query: {} }))
  const held = calendars.data?.data.calendars
  const recent = useMemo(() => recentDays(held, today, now), [held, today, now])
  const verdict = verdictOf(
    {
      ready: askedOf(ready),
      sources: askedOf(queries.sources),
      series: askedOf(queries.series),
      quarantine: askedOf(queries.quarantine),
      disagreements: askedOf(queries.disagreements),
      gaps: askedOf(queries.gaps),
      horizons: askedOf(queries.horizons),
      runs: askedOf(queries.runs),
    },
    recent,
  )
  return { ...queries, overrides, verdict, checkedAt: oldestOf([ready, ...Object.values(queries)]) }
}

/** What `useHealth` gives. */
export type Health = ReturnType<typeof useHealth>

/** When the oldest of the answers came; null: one has not come at all. */
function oldestOf(queries: readonly { readonly dataUpdatedAt: number }[]): Instant | null {
  const oldest = Math.min(...queries.map(({ dataUpdatedAt }) => dataUpdatedAt))
  return oldest === 0 ? null : instantOf(oldest)
}
