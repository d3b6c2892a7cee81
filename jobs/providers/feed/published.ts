/** When a feed says that something was published: RFC 822 and ISO 8601, with the zones that feeds name in letters. */
import { timeZoneSchema, wallTimeSchema, type TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn, startOfDayMs, wallClockMs } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'

export type Published = Pick<PolicyDocument, 'publishedOn' | 'publishedAt' | 'precision'>

/** Where the publisher's clock hangs, and when the feed was fetched: nothing in it was published later. */
export type PublishedTerms = { readonly timeZone: TimeZone; readonly fetchedAt: Instant }

const unknown: Published = { publishedOn: null, publishedAt: null, precision: 'unknown' }

/** A host's clock may be a little ahead of ours. */
const skewMs = 10 * 60_000
/** Feeds are younger; 1970 and 1900 are what a missing date looks like. */
const firstDay = isoDateSchema.parse('1995-01-01')

/**
 * `unknown` for a date that is missing, unreadable, ahead of the clock, of 1970, or in a zone that was not in force on
 * that day ("EST" in July may be off by an hour): the day on which it was first seen is then all there is. A date
 * without a time, or with midnight on the publisher's own clock, is a day.
 */
export function publishedOf(text: string | null, { timeZone, fetchedAt }: PublishedTerms): Published {
  const moment = text === null ? null : (readIso(text.trim()) ?? readRfc822(text.trim()))
  if (moment === null || moment.date < firstDay) return unknown
  const { date, ms, hasSeconds } = moment
  const latest = epochMs(fetchedAt) + skewMs
  if (ms === null) return date > dateIn(timeZone, instantOf(latest)) ? unknown : dayOnly(date)
  if (ms > latest) return unknown
  const publishedAt = instantOf(ms)
  const publishedOn = dateIn(timeZone, publishedAt)
  if (startOfDayMs(publishedOn, timeZone) === ms) return dayOnly(publishedOn)
  return { publishedOn, publishedAt, precision: hasSeconds ? 'instant' : 'minute' }
}

const dayOnly = (publishedOn: IsoDate): Published => ({ publishedOn, publishedAt: null, precision: 'day' })

/** `date` as written; `ms` since 1970 UTC, null where no moment can be told. */
type Moment = { readonly date: IsoDate; readonly ms: number | null; readonly hasSeconds: boolean }

function readIso(text: string): Moment | null {
  const [, day, hour, minute, second, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text) ?? []
  return momentOf({ day, hour, minute, second, zone })
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day of the week is passed over: where it is wrong, nobody can tell which half of the date is. */
function readRfc822(text: string): Moment | null {
  const [, dayOfMonth = '', month = '', year = '', hour, minute, second, zone] =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d\d)(?:\s+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s+([+-]\d{4}|[a-z]{1,4})(?:\s+\([^)]*\))?)?)?$/i.exec(
      text,
    ) ?? []
  const number = months.indexOf(month.toLowerCase()) + 1
  if (number === 0) return null
  const fullYear = year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2_000 : 1_900))
  const day = `${fullYear}-${String(number).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return momentOf({ day, hour: hour?.padStart(2, '0'), minute, second, zone })
}

type Parts = Readonly<Record<'day' | 'hour' | 'minute' | 'second' | 'zone', string | undefined>>

/** null: no such day or time, or a zone that nobody knows or that did not hold then. */
function momentOf({ day, hour, minute, second, zone }: Parts): Moment | null {
  const date = isoDateSchema.safeParse(day)
  if (!date.success) return null
  const hasSeconds = second !== undefined
  if (hour === undefined) return { date: date.data, ms: null, hasSeconds }
  const time = wallTimeSchema.safeParse(`${hour}:${minute ?? ''}`)
  if (!time.success || Number(second ?? 0) > 60) return null
  // Without a zone the clock is anybody's: the day is what can be said.
  if (zone === undefined) return { date: date.data, ms: null, hasSeconds }
  const utcMs = wallClockMs(date.data, time.data, utc)
  const offset = offsetOf(zone)
  if (offset === null) return null
  const minuteMs = utcMs - offset.minutes * 60_000
  if (offset.inForce !== null && wallClockMs(date.data, time.data, offset.inForce) !== minuteMs) return null
  return { date: date.data, ms: minuteMs + Number(second ?? 0) * 1_000, hasSeconds }
}

const utc = timeZoneSchema.parse('UTC')

/** Zones in letters: minutes east of UTC, and the city whose clocks show it for half of the year. */
const lettered: Readonly<Record<string, readonly [minutes: number, city: string | null]>> = {
  UT: [0, null],
  UTC: [0, null],
  GMT: [0, null],
  Z: [0, null],
  EST: [-300, 'America/New_York'],
  EDT: [-240, 'America/New_York'],
  CST: [-360, 'America/Chicago'],
  CDT: [-300, 'America/Chicago'],
  MST: [-420, 'America/Denver'],
  MDT: [-360, 'America/Denver'],
  PST: [-480, 'America/Los_Angeles'],
  PDT: [-420, 'America/Los_Angeles'],
  CET: [60, 'Europe/Brussels'],
  CEST: [120, 'Europe/Brussels'],
}

function offsetOf(zone: string): { readonly minutes: number; readonly inForce: TimeZone | null } | null {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  if (sign !== undefined) {
    const east = Number(hours) * 60 + Number(minutes)
    return east > 14 * 60 ? null : { minutes: sign === '-' ? -east : east, inForce: null }
  }
  const name = zone.toUpperCase()
  const known = Object.hasOwn(lettered, name) ? lettered[name] : undefined
  if (known === undefined) return null
  const [east, city] = known
  return { minutes: east, inForce: city === null ? null : timeZoneSchema.parse(city) }
}
