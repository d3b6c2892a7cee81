/**
 * When data count as stale: prices by sessions of their exchange, reference rates by days on which the bank publishes,
 * filings by the age of the last good answer (a company may be silent for weeks). Each answer is the moment from which
 * on they are stale; null: they are not, or the calendar does not reach that far.
 */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { epochMs, instantOf, isAfter, plusMs } from '../../kernel/instant.ts'
import type { TargetCalendar } from '../calendar/calendar.ts'
import { sessionsThrough, type SessionIndex } from '../calendar/session-index.ts'
import { isTargetDay } from '../calendar/target-days.ts'
import { addDays, dateIn, startOfDayMs } from '../calendar/wall-clock.ts'

const DAY_MS = 86_400_000

/** Stale from the close of the `sessions`-th session after the newest bar; sessions past the calendar make nothing stale. */
export function staleBySessions(
  index: SessionIndex,
  newest: IsoDate,
  sessions: number,
  now: Instant,
): Instant | null {
  const closeMs = index.closesMs[sessionsThrough(index, newest) + sessions - 1]
  return closeMs === undefined || closeMs > epochMs(now) ? null : instantOf(closeMs)
}

/** Stale from the end of the `days`-th day of publication after the newest rate, in the bank's zone. */
export function staleByTargetDays(
  target: TargetCalendar,
  newest: IsoDate,
  days: number,
  now: Instant,
): Instant | null {
  const today = dateIn(target.timezone, now)
  let left = days
  for (let date = addDays(newest, 1); date < today; date = addDays(date, 1)) {
    const isOpen = isTargetDay(target, date)
    if (isOpen === 'unknown') return null
    if (isOpen) left -= 1
    if (left === 0) return instantOf(startOfDayMs(addDays(date, 1), target.timezone))
  }
  return null
}

/** Stale `days` days after the last good answer. */
export function staleByDays(lastOkAt: Instant, days: number, now: Instant): Instant | null {
  const from = plusMs(lastOkAt, days * DAY_MS)
  return isAfter(from, now) ? null : from
}
