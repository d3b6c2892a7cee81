/** The stored calendars with their sessions written out, which takes longer than all the rest of an answer: kept. */
import { calendarsSchema, type Calendars } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildSessionIndex, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { CalendarId, Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../db/client.ts'
import { listReference, listReferenceIds } from '../db/reference-rows.ts'

/** Calendars as they stood, and their sessions. */
export type ShelvedCalendars = {
  readonly calendars: Calendars
  readonly sessions: Readonly<Record<CalendarId, SessionIndex>>
}

/** Refuses as not ready while no calendars are stored. */
export type CalendarShelf = (db: Executor, asOf: Instant | null) => Promise<ShelvedCalendars>

/** Asks each time which revision it is, which is quick, and reads and works it out once. */
export function buildCalendarShelf(): CalendarShelf {
  const shelf = new Map<number, ShelvedCalendars>()
  return async (db, asOf) => {
    const [id] = await listReferenceIds(db, 'calendar', asOf)
    const known = id === undefined ? undefined : shelf.get(id)
    if (known !== undefined) return known
    const [row] = await listReference(db, 'calendar', { asOf })
    if (row === undefined) throw new AppError('not-ready', 'No calendars are stored.')
    const worked = workedOut(calendarsSchema.parse(row.body))
    shelf.set(row.id, worked)
    return worked
  }
}

function workedOut(calendars: Calendars): ShelvedCalendars {
  const { XNYS, XASX, XSHG } = calendars.calendars
  return {
    calendars,
    sessions: {
      XNYS: buildSessionIndex(XNYS),
      XASX: buildSessionIndex(XASX),
      XSHG: buildSessionIndex(XSHG),
    },
  }
}
