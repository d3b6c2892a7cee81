import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useCallback } from 'react'
import { choiceParam } from './search-param.ts'
import { formatMoment, momentIn, zoneChoices, type Home, type ZoneChoice } from './time-zone.ts'
import { useSearchState } from './use-search-state.ts'

const zoneParam = choiceParam(zoneChoices)
const usualZone: ZoneChoice = 'exchange'

/** The reader's choice of zone, from the address; an unreadable one counts as none. */
export function useZoneChoice(): {
  readonly zone: ZoneChoice
  readonly chooseZone: (zone: ZoneChoice) => void
} {
  const { search, change } = useSearchState()
  return {
    zone: zoneParam.read(search['tz'] ?? '') ?? usualZone,
    chooseZone: (zone) => change({ tz: zone === usualZone ? undefined : zone }, 'replace'),
  }
}

/** Writes a moment in the zone the reader chose. */
export function useMomentText(): (at: Instant, home: Home) => string {
  const { zone } = useZoneChoice()
  return useCallback(
    (at, home) => formatMoment(momentIn(zone, Intl.DateTimeFormat().resolvedOptions().timeZone, at, home)),
    [zone],
  )
}
