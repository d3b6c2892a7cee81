/** Sessions that should have a price and have none: which are expected, which are asked for again, and what they are. */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { epochMs, isAfter, plusMs } from '../../kernel/instant.ts'
import {
  sessionsBefore,
  sessionsClosedBy,
  sessionsThrough,
  type SessionIndex,
} from '../calendar/session-index.ts'
import { isFinalAt } from '../calendar/sessions.ts'

/** First and newest session of the bars held of an instrument. */
export type HeldSpan = { readonly first: IsoDate; readonly newest: IsoDate }

/** Days, both inclusive, over which every session should have a price, and how many sessions that is. */
export type ExpectedSpan = { readonly from: IsoDate; readonly to: IsoDate; readonly sessions: number }

/**
 * Over which days an instrument should have a price each session: from its first bar, or its listing where that is later
 * (bars before belong to something else), to the newest session whose final bar should be held by `now`; of a paused one to its
 * newest bar. Sessions outside the calendar are not expected. null: none are.
 */
export function expectedSpan(
  index: SessionIndex,
  { first, newest }: HeldSpan,
  instrument: { readonly listed_from?: IsoDate | undefined; readonly paused?: true | undefined },
  now: Instant,
): ExpectedSpan | null {
  const { listed_from: listedFrom = first, paused = false } = instrument
  const from = [first, listedFrom, index.calendar.coverage.from].reduce((a, b) => (a > b ? a : b))
  const to = paused ? newest : newestDue(index, now)
  if (to === null || to < from) return null
  const sessions = sessionsThrough(index, to) - sessionsBefore(index, from)
  return sessions === 0 ? null : { from, to, sessions }
}

/** The newest session whose final bar should be held by now; null: there is none in the calendar. */
function newestDue(index: SessionIndex, now: Instant): IsoDate | null {
  const ms = epochMs(now)
  const closed = ms >= index.coveredMs.before ? index.dates.length : sessionsClosedBy(index, ms)
  if (closed === 'unknown') return null
  const last = index.dates[closed - 1]
  if (last === undefined) return null
  const isDue = isFinalAt(index, last, plusMs(now, -FETCHING_MS))
  return isDue ? last : (index.dates[closed - 2] ?? null)
}

/** A bar that is final has half an hour to be fetched before it is missing. */
const FETCHING_MS = 1_800_000

const DAY_MS = 86_400_000
/** A session without a price is asked for so many days; what has not come by then does not come. */
const DAYS_ASKED = 10

/** When a hole was noticed and last asked for in vain. */
type Asked = { readonly firstSeenAt: Instant; readonly lastTriedAt: Instant }

/**
 * From when on a hole is asked for again: a day after it was asked for last, on ten days in all; null: no more. A time of
 * standing still costs no turn: the one it made late is still taken.
 */
export function nextTryAt({ firstSeenAt, lastTriedAt }: Asked): Instant | null {
  const next = plusMs(lastTriedAt, DAY_MS)
  return isAfter(next, plusMs(firstSeenAt, DAYS_ASKED * DAY_MS)) ? null : next
}

/** So many instruments of an exchange must have been followed on a day before the calendar is doubted. */
const WITNESSES = 2

/**
 * Of the sessions that instruments of an exchange lack, those on which at least two were followed, with bars before and
 * after: where none of them has that one, the exchange may have been closed.
 */
export function witnessedDays(missing: readonly IsoDate[], spans: readonly HeldSpan[]): ReadonlySet<IsoDate> {
  const isWitnessed = (date: IsoDate) => {
    let witnesses = 0
    for (const { first, newest } of spans) {
      if (first <= date && date <= newest) witnesses += 1
      if (witnesses === WITNESSES) return true
    }
    return false
  }
  return new Set([...new Set(missing)].filter(isWitnessed))
}
