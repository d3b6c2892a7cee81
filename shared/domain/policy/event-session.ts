/**
 * The session of an exchange in which an event could first move a closing price: the first whose close lies after the
 * announcement. It is what an event study measures from.
 */
import * as z from 'zod'
import { calendarIdSchema, isoDateSchema } from '../../kernel/brand.ts'
import type { CalendarId, Instant } from '../../kernel/brand.ts'
import { wallTimeSchema } from '../calendar/calendar.ts'
import type { SessionIndex } from '../calendar/session-index.ts'
import { firstSessionClosingAfter } from '../calendar/sessions.ts'
import { instantAt } from '../calendar/wall-clock.ts'
import { announcerZone } from './announcer-zone.ts'
import type { PolicyEvent } from './event.ts'

/**
 * `instant`: both bounds of the announcement fall on this session; `ambiguous`: they differ and this is the later;
 * `date-only`: only the day is known, so a reading over two sessions stands beside every figure.
 */
export const eventSessionSchema = z.object({
  date: isoDateSchema,
  basis: z.enum(['instant', 'ambiguous', 'date-only']),
})
export type EventSession = z.infer<typeof eventSessionSchema>

/** An exchange without a session for the event is absent. */
export const eventSessionsSchema = z.partialRecord(calendarIdSchema, eventSessionSchema)
export type EventSessions = z.infer<typeof eventSessionsSchema>

/** When only the day is known, the announcement is taken to be public at this hour of the announcer's day. */
const dateOnlyTime = wallTimeSchema.parse('09:00')

/**
 * null: no day is known (month, year, upper bound), or the calendar does not reach the moment, or nothing says in which
 * zone the day was meant. Then there are no statistics either.
 */
export function eventSession(event: PolicyEvent, index: SessionIndex): EventSession | null {
  const moment = announcementOf(event)
  return moment === null ? null : sessionOf(moment, index)
}

/** The event's session on every exchange that has one. */
export function eventSessions(
  event: PolicyEvent,
  indexes: Readonly<Record<CalendarId, SessionIndex>>,
): EventSessions {
  const sessions: EventSessions = {}
  const moment = announcementOf(event)
  if (moment === null) return sessions
  for (const id of calendarIdSchema.options) {
    const session = sessionOf(moment, indexes[id])
    if (session !== null) sessions[id] = session
  }
  return sessions
}

/** When the market could know: between two instants, or on a day. */
type Announcement =
  | { readonly known: 'bounds'; readonly from: Instant; readonly to: Instant }
  | { readonly known: 'day'; readonly at: Instant }

function announcementOf(event: PolicyEvent): Announcement | null {
  if (event.date_precision !== 'day') return null
  const { announced_from: from, announced_to: to } = event
  if (from !== null && to !== null) return { known: 'bounds', from, to }
  const zone = event.announced_tz ?? announcerZone(event.jurisdiction)
  return zone === null ? null : { known: 'day', at: instantAt(event.announced_date, dateOnlyTime, zone) }
}

function sessionOf(announcement: Announcement, index: SessionIndex): EventSession | null {
  if (announcement.known === 'day') {
    const date = firstSessionClosingAfter(index, announcement.at)
    return date === 'unknown' ? null : { date, basis: 'date-only' }
  }
  const earliest = firstSessionClosingAfter(index, announcement.from)
  const latest = firstSessionClosingAfter(index, announcement.to)
  if (earliest === 'unknown' || latest === 'unknown') return null
  return { date: latest, basis: earliest === latest ? 'instant' : 'ambiguous' }
}
