import type { IsoDate } from '../../kernel/brand.ts'
import type { TradingCalendar } from './calendar.ts'
import { daysBetween } from './wall-clock.ts'

/** The last day the calendar answers for, and the days from `today` (the exchange's day) to it; negative: it has passed. */
export function calendarHorizon(
  calendar: TradingCalendar,
  today: IsoDate,
): { readonly confirmedThrough: IsoDate; readonly daysLeft: number } {
  const { confirmedThrough } = calendar.coverage
  return { confirmedThrough, daysLeft: daysBetween(today, confirmedThrough) }
}
