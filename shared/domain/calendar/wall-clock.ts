/**
 * Between an exchange's wall clock and UTC. The zone's rules of that very day apply, never a fixed offset, and the
 * zone of the machine plays no part.
 */
import { Temporal } from 'temporal-polyfill'
import { isoDateSchema } from '../../kernel/brand.ts'
import type { Instant, IsoDate } from '../../kernel/brand.ts'
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
  return isoDateOf(Temporal.PlainDate.from(date).add({ days }))
}

/** Monday to Friday. */
export function isWeekday(date: IsoDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5
}

/** Days from `from` to `to`; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
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
  const last = Temporal.PlainDate.from(to)
  let day = Temporal.PlainDate.from(from)
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    const { dayOfWeek } = day
    if (dayOfWeek <= 5) days.push(isoDateOf(day))
    day = day.add({ days: dayOfWeek === 5 ? 3 : dayOfWeek === 6 ? 2 : 1 })
  }
  return days
}

function isoDateOf(day: Temporal.PlainDate): IsoDate {
  return isoDateSchema.parse(day.toString())
}
