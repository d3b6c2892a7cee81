/** The stored calendars with their sessions written out, which takes longer than all the rest of an answer: kept. */
import { calendarsSchema, type Calendars } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildSessionIndex, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { overruledCalendars } from '@oreline/shared/domain/calendar/overrides.ts'
import type { CalendarId, Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listCalendarOverrides } from '../db/calendar-overrides.ts'
import type { Executor } from '../db/client.ts'
import { listReference, listReferenceIds } from '../db/reference-rows.ts'

/** Calendars as they stood, an operator's overrides applied, and their sessions. */
export type ShelvedCalendars = {
  readonly calendars: Calendars
  readonly sessions: Readonly<Record<CalendarId, SessionIndex>>
}

/** Refuses as not ready while no calendars are stored. */
export type CalendarShelf = (db: Executor, asOf: Instant | null) => Promise<ShelvedCalendars>

/** So many states are kept; a reader of the past may ask for each there ever was. */
const MOST_KEPT = 8

/** Asks each time which revisions they are, which is quick, and reads and works them out once. */
export function buildCalendarShelf(): CalendarShelf {
  const shelf = new Map<string, ShelvedCalendars>()
  return async (db, asOf) => {
    const state = (await listReferenceIds(db, ['calendar', 'calendar-override'], asOf)).join()
    const known = shelf.get(state)
    if (known !== undefined) return known
    const [row] = await listReference(db, 'calendar', { asOf })
    if (row === undefined) throw new AppError('not-ready', 'No calendars are stored.')
    const worked = workedOut(
      overruledCalendars(calendarsSchema.parse(row.body), await listCalendarOverrides(db, asOf)),
    )
    if (shelf.size >= MOST_KEPT) shelf.clear()
    shelf.set(state, worked)
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
