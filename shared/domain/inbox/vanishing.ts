import { timeZoneSchema } from '../calendar/calendar.ts'
import { addDays, dateIn, isWeekday, startOfDayMs } from '../calendar/wall-clock.ts'
import type { Instant } from '../../kernel/brand.ts'
import { instantOf } from '../../kernel/instant.ts'

const BUSINESS_DAYS = 10
/** Where the Federal Register lays its documents out. */
const WASHINGTON = timeZoneSchema.parse('America/New_York')

/**
 * A document laid out for publication that was last listed before this moment, and never published, has vanished: ten
 * weekdays in Washington have gone by. Federal holidays count as weekdays, for no day more is certain.
 */
export function vanishesIfUnseenSince(now: Instant): Instant {
  let day = dateIn(WASHINGTON, now)
  for (let left = BUSINESS_DAYS; left > 0;) {
    day = addDays(day, -1)
    if (isWeekday(day)) left -= 1
  }
  return instantOf(startOfDayMs(day, WASHINGTON))
}
