import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { lastClosedSession, previousSession, sessionOn } from '@oreline/shared/domain/calendar/sessions.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'

/** The newest session whose bar is final by `now`, and since when; null: the calendar does not reach that far. */
export function newestFinalSession(
  index: SessionIndex,
  now: Instant,
): { readonly date: IsoDate; readonly finalAt: Instant } | null {
  const closed = lastClosedSession(index, now)
  if (closed === 'unknown') return null
  const newest = finalAfter(index, closed)
  if (newest === null || !isAfter(newest.finalAt, now)) return newest
  const before = previousSession(index, closed)
  return before === 'unknown' ? null : finalAfter(index, before)
}

function finalAfter(index: SessionIndex, date: IsoDate) {
  const session = sessionOn(index, date)
  if (typeof session === 'string') return null
  const { regular, early } = index.calendar.finalAfterMinutes
  return { date, finalAt: plusMs(session.closeAt, (session.earlyClose ? early : regular) * 60_000) }
}
