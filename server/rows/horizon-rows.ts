import type { HorizonRow } from '@oreline/shared/api/calendar-overrides.ts'
import type { Calendars, TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { expectedClosures, horizonOf } from '@oreline/shared/domain/calendar/horizon.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'

type Known = {
  readonly calendar: string
  readonly name: string
  readonly timezone: TimeZone
  readonly through: IsoDate
  readonly expected: HorizonRow['expected']
}

/** How far each calendar is known at a moment: the exchanges', then TARGET's. */
export function horizonRows({ calendars, target }: Calendars, now: Instant): HorizonRow[] {
  const exchanges = Object.values(calendars).map((calendar) => ({
    calendar: calendar.id,
    name: calendar.name,
    timezone: calendar.timezone,
    through: calendar.coverage.confirmedThrough,
    expected: [...expectedClosures(calendar)],
  }))
  const bank = {
    calendar: 'TARGET',
    name: 'TARGET, on whose days the ECB publishes',
    timezone: target.timezone,
    through: target.through,
    expected: [],
  }
  return [...exchanges, bank].map((known) => rowOf(known, now))
}

function rowOf({ calendar, name, timezone, through, expected }: Known, now: Instant): HorizonRow {
  const { confirmedThrough, daysLeft, warn } = horizonOf(through, dateIn(timezone, now))
  return { calendar, name, confirmed_through: confirmedThrough, days_left: daysLeft, warn, expected }
}
