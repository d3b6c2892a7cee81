/**
 * Questions about an exchange's sessions. Outside the calendar's coverage the answer is `unknown`, never a guess.
 * All instants are UTC, all days are session days in the exchange's zone.
 */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { isCovered, sessionsBefore, sessionsClosedBy, sessionsThrough } from './session-index.ts'
import type { SessionIndex } from './session-index.ts'
import { epochMs, instantOf } from '../../kernel/instant.ts'
import { addDays, instantAt, wallClockMs } from './wall-clock.ts'

/** `closeAt` is the end of continuous trading, the early one on a half-day; `lunch` null: no break. */
export type Session = {
  readonly date: IsoDate
  readonly openAt: Instant
  readonly closeAt: Instant
  readonly lunch: { readonly from: Instant; readonly to: Instant } | null
  readonly earlyClose: boolean
}

/** The session of that day; `closed` on a weekend or holiday. A day past the horizon may be known by itself. */
export function sessionOn(index: SessionIndex, date: IsoDate): Session | 'closed' | 'unknown' {
  if (!isCovered(index, date) && !index.beyond.has(date)) return 'unknown'
  const closeMs = closeOn(index, date)
  if (closeMs === undefined) return 'closed'
  const { timezone, regular } = index.calendar
  return {
    date,
    openAt: instantAt(date, regular.open, timezone),
    closeAt: instantOf(closeMs),
    lunch:
      regular.lunch === null
        ? null
        : {
            from: instantAt(date, regular.lunch.from, timezone),
            to: instantAt(date, regular.lunch.to, timezone),
          },
    earlyClose: index.earlyCloses.has(date),
  }
}

/** When the session of a known day closes; undefined: it has none. */
function closeOn(index: SessionIndex, date: IsoDate): number | undefined {
  const { calendar, holidays, earlyCloses } = index
  if (index.beyond.has(date))
    return holidays.has(date)
      ? undefined
      : wallClockMs(date, earlyCloses.get(date) ?? calendar.regular.close, calendar.timezone)
  const place = sessionsBefore(index, date)
  return index.dates[place] === date ? index.closesMs[place] : undefined
}

/** Session days from `from` to `to`, both inclusive, ascending; days outside the coverage are left out. */
export function sessionsBetween(index: SessionIndex, from: IsoDate, to: IsoDate): readonly IsoDate[] {
  return index.dates.slice(sessionsBefore(index, from), sessionsThrough(index, to))
}

/** The first session on a later day than `after`. */
export function nextSession(index: SessionIndex, after: IsoDate): IsoDate | 'unknown' {
  if (!isCovered(index, addDays(after, 1))) return 'unknown'
  return index.dates[sessionsThrough(index, after)] ?? 'unknown'
}

/** The last session on an earlier day than `before`. */
export function previousSession(index: SessionIndex, before: IsoDate): IsoDate | 'unknown' {
  if (!isCovered(index, addDays(before, -1))) return 'unknown'
  return index.dates[sessionsBefore(index, before) - 1] ?? 'unknown'
}

/** The latest session whose close is not after `now`. */
export function lastClosedSession(index: SessionIndex, now: Instant): IsoDate | 'unknown' {
  const closed = sessionsClosedBy(index, epochMs(now))
  return closed === 'unknown' ? 'unknown' : (index.dates[closed - 1] ?? 'unknown')
}

/**
 * The first session whose close lies strictly after `instant`: during a session that session, from its close on the
 * next. This is the session in which a thing known at `instant` can first move the closing price.
 */
export function firstSessionClosingAfter(index: SessionIndex, instant: Instant): IsoDate | 'unknown' {
  const closed = sessionsClosedBy(index, epochMs(instant))
  return closed === 'unknown' ? 'unknown' : (index.dates[closed] ?? 'unknown')
}

/**
 * Whether a bar of that day fetched at that instant is final: the session's close and the exchange's margin have
 * passed (ASX 16:40 on a full day). On a day without a known session the regular close counts, the latest there can be.
 */
export function isFinalAt(index: SessionIndex, date: IsoDate, fetchedAt: Instant): boolean {
  const { regular, timezone, finalAfterMinutes } = index.calendar
  const isKnown = isCovered(index, date) || index.beyond.has(date)
  const earlyClose = isKnown ? index.earlyCloses.get(date) : undefined
  const closeMs = wallClockMs(date, earlyClose ?? regular.close, timezone)
  const marginMinutes = earlyClose === undefined ? finalAfterMinutes.regular : finalAfterMinutes.early
  return epochMs(fetchedAt) >= closeMs + marginMinutes * 60_000
}

/** How many sessions have closed after that day: 0 for a series that holds the newest closed session. */
export function sessionAge(index: SessionIndex, date: IsoDate, now: Instant): number | 'unknown' {
  const closed = sessionsClosedBy(index, epochMs(now))
  if (closed === 'unknown' || date < index.calendar.coverage.from) return 'unknown'
  return Math.max(0, closed - sessionsThrough(index, date))
}
