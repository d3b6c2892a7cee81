import type { IsoDate } from '../../kernel/brand.ts'
import type { TargetCalendar } from './calendar.ts'
import { isWeekday } from './wall-clock.ts'

/** Whether the ECB publishes reference rates on that day (Frankfurt's); `unknown` outside the years of the data. */
export function isTargetDay(target: TargetCalendar, date: IsoDate): boolean | 'unknown' {
  if (date < target.from || date > target.through) return 'unknown'
  return isWeekday(date) && !target.closed.includes(date)
}
