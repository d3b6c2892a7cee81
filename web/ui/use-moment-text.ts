import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useCallback } from 'react'
import { choiceParam } from './search-param.ts'
import { formatMoment, momentIn, zoneChoices, type Home, type Moment, type ZoneChoice } from './time-zone.ts'
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

/** Reads a moment as day and wall clock in the zone the reader chose. */
export function useMoment(): (at: Instant, home: Home) => Moment {
  const { zone } = useZoneChoice()
  return useCallback((at, home) => momentIn(zone, ownZone(), at, home), [zone])
}

/** Writes a moment in the zone the reader chose. */
export function useMomentText(): (at: Instant, home: Home) => string {
  const moment = useMoment()
  return useCallback((at, home) => formatMoment(moment(at, home)), [moment])
}

/** The IANA name of the zone the reader's machine is in. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
