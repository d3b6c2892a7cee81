import { sessionsBefore, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'

/** Sessions asked for again each time: corrections come within days. */
const sessionsAgain = 15
/** As many days as those sessions take where the calendar does not reach. */
const daysAgain = 21

/** Some sessions before the newest final bar, or before today where that is earlier. */
export function askedAgainFrom(index: SessionIndex, newestFinal: IsoDate, now: Instant): IsoDate {
  const today = dateIn(index.calendar.timezone, now)
  const date = newestFinal < today ? newestFinal : today
  const isCovered = date <= index.calendar.coverage.confirmedThrough
  const session = isCovered ? index.dates[sessionsBefore(index, date) - sessionsAgain] : undefined
  return session ?? addDays(date, -daysAgain)
}
