/**
 * Between an exchange's wall clock and UTC. The zone's rules of that very day apply, never a fixed offset, and the
 * zone of the machine plays no part.
 */
import { Temporal } from 'temporal-polyfill'
import { isoDateSchema } from '../../kernel/brand.ts'
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { dateOfDayNumber, dayNumber } from '../../kernel/day-number.ts'
import { instantOf } from '../../kernel/instant.ts'
import type { TimeZone, WallTime } from './calendar.ts'

/** When a clock on the wall in `zone` shows `time` on `date`; a time that summer time skips is moved forward, of a doubled one the first is meant. */
export function instantAt(date: IsoDate, time: WallTime, zone: TimeZone): Instant {
  return instantOf(wallClockMs(date, time, zone))
}

/** As `instantAt`, in milliseconds since 1970 UTC. */
export function wallClockMs(date: IsoDate, time: WallTime, zone: TimeZone): number {
  const plainTime = Temporal.PlainTime.from(time)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}

/**
 * `wallClockMs` of many days, for which the zone is asked only about the ends of months: where they have the same
 * offset, so has every day between. (A zone that changes there and back within a month would be asked in vain; none of
 * the exchanges' has done so since calendars begin.)
 */
export function wallClocksMs(
  dates: readonly IsoDate[],
  timeOn: (date: IsoDate) => WallTime,
  zone: TimeZone,
): readonly number[] {
  const behind = new Map<string, number | null>()
  return dates.map((date) => {
    const month = date.slice(0, 7)
    let offsetMs = behind.get(month)
    if (offsetMs === undefined) {
      offsetMs = steadyOffsetMs(date, zone)
      behind.set(month, offsetMs)
    }
    const time = timeOn(date)
    if (offsetMs === null) return wallClockMs(date, time, zone)
    return dayNumber(date) * DAY_MS + timeOfDayMs(time) + offsetMs
  })
}

const DAY_MS = 86_400_000

/** What `zone` is behind UTC throughout the month of `date`; null when that changes within it. */
function steadyOffsetMs(date: IsoDate, zone: TimeZone): number | null {
  const after = addDays(lastDayOfMonth(date), 1)
  const [start = 0, end = 0] = [isoDateSchema.parse(`${date.slice(0, 7)}-01`), after].map(
    (day) => startOfDayMs(day, zone) - dayNumber(day) * DAY_MS,
  )
  return start === end ? start : null
}

function timeOfDayMs(time: WallTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

/** Midnight at the start of `date` in `zone`, in milliseconds since 1970 UTC. */
export function startOfDayMs(date: IsoDate, zone: TimeZone): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

/** The calendar day on which `instant` falls in `zone`. */
export function dateIn(zone: TimeZone, instant: Instant): IsoDate {
  return isoDateOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate())
}

/** The day `days` after `date`; negative: before. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Monday to Friday. */
export function isWeekday(date: IsoDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5
}

/** Days from `from` to `to`; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function lastDayOfMonth(date: IsoDate): IsoDate {
  const day = Temporal.PlainDate.from(date)
  return isoDateOf(day.with({ day: day.daysInMonth }))
}

export function lastDayOfYear(date: IsoDate): IsoDate {
  return isoDateOf(Temporal.PlainDate.from(date).with({ month: 12, day: 31 }))
}

/** The Mondays to Fridays from `from` to `to`, both inclusive, ascending. */
export function weekdaysBetween(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = []
  const last = dayNumber(to)
  for (let number = dayNumber(from); number <= last; number += 1)
    if (isWeekdayNumber(number)) days.push(dateOfDayNumber(number))
  return days
}

/** 1970-01-01 was a Thursday. */
const isWeekdayNumber = (number: number): boolean => (((number + 3) % 7) + 7) % 7 < 5

function isoDateOf(day: Temporal.PlainDate): IsoDate {
  return isoDateSchema.parse(day.toString())
}
