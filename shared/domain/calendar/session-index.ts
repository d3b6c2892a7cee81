/**
 * A trading calendar made ready for questions: its sessions and their closes written out once, so that every question
 * is a binary search. Plain data, never changed after it is built.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import type { TradingCalendar, WallTime } from './calendar.ts'
import { addDays, startOfDayMs, wallClocksMs, weekdaysBetween } from './wall-clock.ts'

export type SessionIndex = {
  readonly calendar: TradingCalendar
  /** The sessions of the coverage, ascending. */
  readonly dates: readonly IsoDate[]
  /** The close of each of `dates`, in milliseconds since 1970 UTC; early closes are in. */
  readonly closesMs: readonly number[]
  /** The coverage as instants: from its first midnight in the exchange's zone up to, not including, the one after its last day. */
  readonly coveredMs: { readonly from: number; readonly before: number }
  /** Name of the holiday by closed weekday. */
  readonly holidays: ReadonlyMap<IsoDate, string>
  /** Close of the sessions that end early. */
  readonly earlyCloses: ReadonlyMap<IsoDate, WallTime>
  /** Single days past the coverage that are known nevertheless: closed where `holidays` names them, else sessions. Not in `dates`. */
  readonly beyond: ReadonlySet<IsoDate>
}

/**
 * Takes some 20 ms for a decade: build it once per calendar and pass it on. `within` narrows the coverage to those days,
 * both inclusive, for a page that needs only the days around now; outside them the answer is then `unknown` too.
 */
export function buildSessionIndex(
  whole: TradingCalendar,
  within: { readonly from: IsoDate; readonly to: IsoDate } | null = null,
): SessionIndex {
  const calendar = within === null ? whole : narrowed(whole, within)
  const { timezone, regular } = calendar
  const { from, confirmedThrough } = calendar.coverage
  const holidays = new Map(calendar.holidays.map(({ date, name }) => [date, name]))
  const earlyCloses = new Map(calendar.earlyCloses.map(({ date, close }) => [date, close]))
  const dates = weekdaysBetween(from, confirmedThrough).filter((date) => !holidays.has(date))
  return {
    calendar,
    dates,
    closesMs: wallClocksMs(dates, (date) => earlyCloses.get(date) ?? regular.close, timezone),
    coveredMs: {
      from: startOfDayMs(from, timezone),
      before: startOfDayMs(addDays(confirmedThrough, 1), timezone),
    },
    holidays,
    earlyCloses,
    beyond: new Set(calendar.coverage.confirmedBeyond),
  }
}

/** Whether the calendar answers for that day and for all before it. */
export function isCovered(index: SessionIndex, date: IsoDate): boolean {
  const { from, confirmedThrough } = index.calendar.coverage
  return date >= from && date <= confirmedThrough
}

/** How many sessions lie before `date`: the place at which `date` stands in `dates`, or would stand. */
export function sessionsBefore(index: SessionIndex, date: IsoDate): number {
  return firstPlace(index.dates, (session) => session >= date)
}

/** How many sessions lie on or before `date`. */
export function sessionsThrough(index: SessionIndex, date: IsoDate): number {
  return firstPlace(index.dates, (session) => session > date)
}

/** How many sessions have closed by that moment, one closing at that very moment included. */
export function sessionsClosedBy(index: SessionIndex, ms: number): number | 'unknown' {
  if (ms < index.coveredMs.from || ms >= index.coveredMs.before) return 'unknown'
  return firstPlace(index.closesMs, (closeMs) => closeMs > ms)
}

function narrowed(calendar: TradingCalendar, { from, to }: { from: IsoDate; to: IsoDate }): TradingCalendar {
  const { coverage } = calendar
  return {
    ...calendar,
    coverage: {
      ...coverage,
      confirmedBeyond: to < coverage.confirmedThrough ? [] : coverage.confirmedBeyond,
      from: from > coverage.from ? from : coverage.from,
      confirmedThrough: to < coverage.confirmedThrough ? to : coverage.confirmedThrough,
    },
  }
}

/** Binary search in an ascending list for the first entry that `reaches`; the length when none does. */
function firstPlace<T extends string | number>(
  ascending: readonly T[],
  reaches: (entry: T) => boolean,
): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = ascending[middle]
    if (entry === undefined || reaches(entry)) high = middle
    else low = middle + 1
  }
  return low
}
