/**
 * Trading calendars as data: `migrations/seed/calendars.json`. Times are wall clock in the exchange's zone, days its
 * session days, Monday to Friday but for `holidays` (a Chinese make-up working weekend is no session).
 */
import * as z from 'zod'
import { Temporal } from 'temporal-polyfill'
import { calendarIdSchema, instantSchema, isoDateSchema, micSchema } from '../../kernel/brand.ts'

/** `HH:MM`, 24 hours, in the zone the surrounding record names. */
export const wallTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM, 24 hours')
  .brand<'WallTime'>()
export type WallTime = z.infer<typeof wallTimeSchema>

function isKnownTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/** An IANA zone such as `Asia/Shanghai`; fixed offsets are refused, they are wrong for half of the year. */
export const timeZoneSchema = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/, 'an IANA time zone')
  .refine(isKnownTimeZone, 'no such time zone')
  .brand<'TimeZone'>()
export type TimeZone = z.infer<typeof timeZoneSchema>

const wallSpanSchema = z.object({ from: wallTimeSchema, to: wallTimeSchema })

const uncertainDaysSchema = z.object({
  from: isoDateSchema,
  to: isoDateSchema,
  /** How the data treat these days; `unknown`: nothing is published and nothing is assumed. */
  treatAs: z.enum(['open', 'rule-derived', 'unknown']),
  why: z.string().min(1),
})

export const tradingCalendarSchema = z.object({
  id: calendarIdSchema,
  name: z.string().min(1),
  /** Every market that keeps these sessions. */
  mics: z.array(micSchema).min(1),
  timezone: timeZoneSchema,
  /** Continuous trading on a full day; `lunch` is the break inside it, null: none. */
  regular: z.object({ open: wallTimeSchema, close: wallTimeSchema, lunch: wallSpanSchema.nullable() }),
  /** From when orders are taken before the open: pre-market or opening auction. */
  preOpenFrom: wallTimeSchema,
  /** The closing auction, in minutes from the session's close (`[-3, 0]` lies inside the session); null: not told apart. */
  closingAuctionMinutes: z.tuple([z.int(), z.int()]).nullable(),
  /** Minutes after the close from which a daily bar is final: the auction's print and late corrections are then in. */
  finalAfterMinutes: z.object({ regular: z.int().positive(), early: z.int().positive() }),
  /** Closed weekdays, ascending. Days past `coverage.confirmedThrough` may stand here; they are not answered from. */
  holidays: z.array(z.object({ date: isoDateSchema, name: z.string().min(1) })),
  /** Sessions that end early, ascending. */
  earlyCloses: z.array(z.object({ date: isoDateSchema, close: wallTimeSchema })),
  /** Both days inclusive. Outside, the answer is `unknown`, never a guess. */
  coverage: z.object({
    from: isoDateSchema,
    confirmedThrough: isoDateSchema,
    /** Single days past the horizon that an operator has confirmed, ascending: closed where `holidays` says so, else open. */
    confirmedBeyond: z.array(isoDateSchema).default([]),
    uncertain: z.array(uncertainDaysSchema),
  }),
  /** Closed weekdays expected after the horizon: `certain` by statute, `likely` by custom. For the operator to read. */
  provisionalHolidays: z.array(z.object({ date: isoDateSchema, likelihood: z.enum(['certain', 'likely']) })),
  /** How the exchange moves holidays, in words. */
  note: z.string(),
})
export type TradingCalendar = z.infer<typeof tradingCalendarSchema>

/** Days on which TARGET is open and the ECB publishes rates: Monday to Friday but for `closed`, within `from..through`. */
export const targetCalendarSchema = z.object({
  timezone: timeZoneSchema,
  from: isoDateSchema,
  through: isoDateSchema,
  closed: z.array(isoDateSchema),
})
export type TargetCalendar = z.infer<typeof targetCalendarSchema>

/** What a reader of the data can check them against: sessions per year, and sessions as UTC instants. */
const calendarChecksSchema = z.object({
  sessionCounts: z.record(calendarIdSchema, z.record(z.string().regex(/^\d{4}$/), z.int().positive())),
  sessions: z.array(
    z.object({
      calendar: calendarIdSchema,
      date: isoDateSchema,
      openAt: instantSchema,
      closeAt: instantSchema,
      why: z.string(),
    }),
  ),
})

export const calendarsSchema = z.object({
  generatedOn: isoDateSchema,
  sources: z.array(z.string().min(1)),
  calendars: z.record(calendarIdSchema, tradingCalendarSchema),
  target: targetCalendarSchema,
  checks: calendarChecksSchema,
})
export type Calendars = z.infer<typeof calendarsSchema>
