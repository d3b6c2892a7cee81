/**
 * What an operator knows better than the shipped calendar about single days: an exchange that stayed closed (a funeral, a
 * typhoon, an outage), one that opened after all, a session cut short, and days past the horizon that have been announced.
 */
import * as z from 'zod'
import { calendarIdSchema, isoDateSchema, type CalendarId, type IsoDate } from '../../kernel/brand.ts'
import { wallTimeSchema, type Calendars, type TradingCalendar } from './calendar.ts'
import { addDays, isWeekday } from './wall-clock.ts'

const noteSchema = z.string().trim().min(1).max(300)

/**
 * One day overruled; wall clock in the exchange's zone. `closed`: no session; `open`: a session of regular hours;
 * `early-close`: a session that ends at `close`. `note` says who said so.
 */
export const calendarOverrideSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), note: noteSchema }),
  z.object({ kind: z.literal('open'), note: noteSchema }),
  z.object({ kind: z.literal('early-close'), close: wallTimeSchema, note: noteSchema }),
])
export type CalendarOverride = z.infer<typeof calendarOverrideSchema>

/** An override and the day it is about. */
export type DayOverride = {
  readonly calendar: CalendarId
  readonly date: IsoDate
  readonly override: CalendarOverride
}

/** The key an override is stored under: `XNYS/2026-01-09`. */
export const overrideKey = (calendar: CalendarId, date: IsoDate): string => `${calendar}/${date}`

/** An override as stored: its key, and what was said. Throws where it is none: only checked ones are stored. */
export function storedOverride(key: string, body: unknown): DayOverride {
  const [calendar, date] = key.split('/', 2)
  return {
    calendar: calendarIdSchema.parse(calendar),
    date: isoDateSchema.parse(date),
    override: calendarOverrideSchema.parse(body),
  }
}

/** The calendars as an operator has overruled them. */
export function overruledCalendars(calendars: Calendars, overrides: readonly DayOverride[]): Calendars {
  const { XNYS, XASX, XSHG } = calendars.calendars
  const overruled = (calendar: TradingCalendar) =>
    overruledCalendar(
      calendar,
      overrides.filter((one) => one.calendar === calendar.id),
    )
  return {
    ...calendars,
    calendars: { XNYS: overruled(XNYS), XASX: overruled(XASX), XSHG: overruled(XSHG) },
  }
}

/**
 * The calendar with overrides of its days applied, at most one a day. A day past `confirmedThrough` becomes known, and no
 * other: it stands in `coverage.confirmedBeyond`, and moves the horizon once every weekday before it is known too.
 */
export function overruledCalendar(
  calendar: TradingCalendar,
  overrides: readonly Omit<DayOverride, 'calendar'>[],
): TradingCalendar {
  if (overrides.length === 0) return calendar
  const overruled = new Map(overrides.map(({ date, override }) => [date, override]))
  const untouched = <T extends { readonly date: IsoDate }>(days: readonly T[]): T[] =>
    days.filter(({ date }) => !overruled.has(date))
  const closed = overrides.flatMap(({ date, override }) =>
    override.kind === 'closed' ? [{ date, name: override.note }] : [],
  )
  const early = overrides.flatMap(({ date, override }) =>
    override.kind === 'early-close' ? [{ date, close: override.close }] : [],
  )
  return {
    ...calendar,
    holidays: [...untouched(calendar.holidays), ...closed].toSorted(byDate),
    earlyCloses: [...untouched(calendar.earlyCloses), ...early].toSorted(byDate),
    coverage: { ...calendar.coverage, ...extended(calendar.coverage, [...overruled.keys()]) },
  }
}

type Coverage = TradingCalendar['coverage']

function extended(
  { confirmedThrough, confirmedBeyond }: Coverage,
  confirmed: readonly IsoDate[],
): Pick<Coverage, 'confirmedThrough' | 'confirmedBeyond'> {
  const beyond = new Set([...confirmedBeyond, ...confirmed.filter((date) => date > confirmedThrough)])
  let horizon = confirmedThrough
  for (let next = weekdayAfter(horizon); beyond.has(next); next = weekdayAfter(next)) horizon = next
  return {
    confirmedThrough: horizon,
    confirmedBeyond: [...beyond].filter((date) => date > horizon).toSorted(),
  }
}

/** Weekends need nobody's word. */
function weekdayAfter(date: IsoDate): IsoDate {
  let next = addDays(date, 1)
  while (!isWeekday(next)) next = addDays(next, 1)
  return next
}

const byDate = (a: { readonly date: IsoDate }, b: { readonly date: IsoDate }): number =>
  a.date < b.date ? -1 : 1

/** A day is overruled at most this far past the horizon or today: a year mistyped is not stored. */
const FARTHEST_DAYS = 400

/**
 * Why an override cannot be: the field and a sentence; null: it can. One that says what the calendar says is fine. Weekends
 * are refused whatever is said: none of the exchanges has traded on one, and a Chinese make-up Saturday is no session.
 */
export function refusedOverride(
  calendar: TradingCalendar,
  { date, override }: Omit<DayOverride, 'calendar'>,
  today: IsoDate,
): { readonly field: 'date' | 'close'; readonly why: string } | null {
  const { from, confirmedThrough } = calendar.coverage
  if (date < from) return { field: 'date', why: `${calendar.id} begins with ${from}; ${date} lies before it` }
  const last = addDays(confirmedThrough > today ? confirmedThrough : today, FARTHEST_DAYS)
  if (date > last) return { field: 'date', why: `days can be confirmed up to ${last}; ${date} lies after it` }
  if (!isWeekday(date))
    return {
      field: 'date',
      why: `${date} is a Saturday or Sunday, on which ${calendar.id} does not trade; a make-up working day is no session`,
    }
  if (override.kind !== 'early-close') return null
  const { open, close } = calendar.regular
  return override.close > open && override.close < close
    ? null
    : { field: 'close', why: `an early close lies between ${open} and ${close}, the regular hours` }
}
