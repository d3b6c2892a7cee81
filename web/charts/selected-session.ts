/** On which sessions a selected event could first move the prices: one line per day, with the exchanges it is for. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { EventSession } from '@oreline/shared/domain/policy/event-session.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { dayMs } from './time-scale.ts'

/** `sure` false: the moment is ambiguous, or only its day is known, on any of the exchanges. */
export type SessionLine = {
  readonly date: IsoDate
  readonly ms: number
  readonly calendars: readonly CalendarId[]
  readonly sure: boolean
}

/** Ascending by day; only exchanges of the drawn series. */
export function sessionLines(
  event: PolicyEventRow,
  calendars: readonly CalendarId[],
): readonly SessionLine[] {
  const known = [...new Set(calendars)].flatMap((calendar) => {
    const session: EventSession | undefined = event.event_sessions[calendar]
    return session === undefined ? [] : [{ calendar, session }]
  })
  const byDay = Map.groupBy(known, ({ session }) => session.date)
  return [...byDay]
    .map(([date, entries]) => ({
      date,
      ms: dayMs(date),
      calendars: entries.map(({ calendar }) => calendar),
      sure: entries.every(({ session }) => session.basis === 'instant'),
    }))
    .toSorted((one, other) => one.ms - other.ms)
}
