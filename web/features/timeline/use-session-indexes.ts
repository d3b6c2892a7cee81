import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { buildSessionIndex, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { endpointQuery } from '../../api.ts'

export type SessionIndexes = Readonly<Record<CalendarId, SessionIndex>>

/** The exchanges' sessions; undefined until they have come. Built after the chart is drawn, since it takes a while. */
export function useSessionIndexes(): SessionIndexes | undefined {
  const answer = useQuery({ ...endpointQuery(getCalendars, {}), staleTime: Infinity })
  const calendars = useDeferredValue(answer.data?.data.calendars)
  return useMemo(() => {
    if (calendars === undefined) return undefined
    return {
      XNYS: buildSessionIndex(calendars.XNYS),
      XASX: buildSessionIndex(calendars.XASX),
      XSHG: buildSessionIndex(calendars.XSHG),
    }
  }, [calendars])
}
