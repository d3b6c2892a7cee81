import type { IsoDate } from './brand.ts'

/**
 * Days since 1970-01-01, so that whole histories are compared by subtraction: Temporal takes microseconds a day.
 * Howard Hinnant's days_from_civil (https://howardhinnant.github.io/date_algorithms.html); years begin in March.
 */
export function dayNumber(date: IsoDate): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
