import { buildSessionIndex, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { calendarsQuery } from './timeline-queries.ts'

export type SessionIndexes = Readonly<Record<CalendarId, SessionIndex>>

/** The exchanges' sessions; undefined until they have come. Built once `isDrawn`, since it takes a while. */
export function useSessionIndexes(isDrawn: boolean): SessionIndexes | undefined {
  const answer = useQuery(calendarsQuery)
  const calendars = useDeferredValue(isDrawn ? answer.data?.data.calendars : undefined)
  return useMemo(() => {
    if (calendars === undefined) return undefined
    return {
      XNYS: buildSessionIndex(calendars.XNYS),
      XASX: buildSessionIndex(calendars.XASX),
      XSHG: buildSessionIndex(calendars.XSHG),
    }
  }, [calendars])
}
