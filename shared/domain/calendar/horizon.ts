import type { IsoDate } from '../../kernel/brand.ts'
import type { TradingCalendar } from './calendar.ts'
import { daysBetween } from './wall-clock.ts'

/** So many days before the end a person is told: exchanges publish the next year's closed days by then, or soon after. */
const WARN_DAYS = 60

/** How far a calendar reaches. `daysLeft` counts from `today` (the exchange's day) to the last day, negative once it has passed. */
export type Horizon = {
  readonly confirmedThrough: IsoDate
  readonly daysLeft: number
  readonly warn: boolean
}

/** The horizon of a calendar whose last confirmed day is `confirmedThrough`. */
export function horizonOf(confirmedThrough: IsoDate, today: IsoDate): Horizon {
  const daysLeft = daysBetween(today, confirmedThrough)
  return { confirmedThrough, daysLeft, warn: daysLeft <= WARN_DAYS }
}

/** A weekday past the horizon that is likely closed: for a person to confirm, never answered from. */
type ExpectedClosure = TradingCalendar['provisionalHolidays'][number]

/** The closed days expected past the horizon and not confirmed yet, ascending; those that follow from rules are `likely`. */
export function expectedClosures({
  holidays,
  provisionalHolidays,
  coverage,
}: TradingCalendar): readonly ExpectedClosure[] {
  const known = new Set(coverage.confirmedBeyond)
  const byRule = holidays.map(({ date }) => ({ date, likelihood: 'likely' as const }))
  const byDay = new Map([...byRule, ...provisionalHolidays].map((expected) => [expected.date, expected]))
  return [...byDay.values()]
    .filter(({ date }) => date > coverage.confirmedThrough && !known.has(date))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
