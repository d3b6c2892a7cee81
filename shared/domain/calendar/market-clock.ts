/**
 * What an exchange is doing now: open, at lunch, in an auction, closed and why, and what changes next.
 */
import type { CalendarId, Instant, IsoDate } from '../../kernel/brand.ts'
import type { SessionIndex } from './session-index.ts'
import { nextSession, sessionOn } from './sessions.ts'
import type { Session } from './sessions.ts'
import { epochMs, instantOf } from '../../kernel/instant.ts'
import { dateIn, instantAt } from './wall-clock.ts'

/** `pre-open`: orders are taken before the open; `unknown`: today lies outside the calendar. */
export type MarketState = 'pre-open' | 'open' | 'lunch' | 'closing-auction' | 'closed' | 'unknown'

export type MarketClock = {
  readonly calendar: CalendarId
  readonly state: MarketState
  /** Today's session, in the exchange's zone, whether it lies ahead or behind; null: none today, or not known. */
  readonly session: Session | null
  /** Why a weekday has no session; null on session days and weekends. */
  readonly holiday: string | null
  /** When `state` changes next, and into what; null: past the calendar. */
  readonly next: { readonly at: Instant; readonly state: MarketState } | null
  /** The next session that opens after now; today's while it has not opened. */
  readonly nextSession: IsoDate | 'unknown'
}

type Change = { readonly at: Instant; readonly state: MarketState }

export function marketClock(index: SessionIndex, now: Instant): MarketClock {
  const { id, timezone } = index.calendar
  const today = dateIn(timezone, now)
  const session = sessionOn(index, today)
  if (session === 'unknown') {
    return {
      calendar: id,
      state: 'unknown',
      session: null,
      holiday: null,
      next: null,
      nextSession: 'unknown',
    }
  }
  const nowMs = epochMs(now)
  const following = nextSession(index, today)
  const todays = session === 'closed' ? [] : changesOf(index, session)
  const past = todays.filter((change) => epochMs(change.at) <= nowMs)
  const opensLater = session !== 'closed' && epochMs(session.openAt) > nowMs
  return {
    calendar: id,
    state: past.at(-1)?.state ?? 'closed',
    session: session === 'closed' ? null : session,
    holiday: index.holidays.get(today) ?? null,
    next: todays[past.length] ?? firstChangeOn(index, following),
    nextSession: opensLater ? today : following,
  }
}

function firstChangeOn(index: SessionIndex, date: IsoDate | 'unknown'): Change | null {
  if (date === 'unknown') return null
  return { at: instantAt(date, index.calendar.preOpenFrom, index.calendar.timezone), state: 'pre-open' }
}

/** The day's changes of state in order. A closing auction may lie inside the session (Shanghai) or after it (Sydney). */
function changesOf(index: SessionIndex, session: Session): readonly Change[] {
  const { preOpenFrom, timezone, closingAuctionMinutes } = index.calendar
  const afterClose = (minutes: number) => instantOf(epochMs(session.closeAt) + minutes * 60_000)
  const beforeClose: Change[] = [
    { at: instantAt(session.date, preOpenFrom, timezone), state: 'pre-open' },
    { at: session.openAt, state: 'open' },
  ]
  if (session.lunch !== null) {
    beforeClose.push({ at: session.lunch.from, state: 'lunch' }, { at: session.lunch.to, state: 'open' })
  }
  if (closingAuctionMinutes === null) return [...beforeClose, { at: session.closeAt, state: 'closed' }]
  const [from, to] = closingAuctionMinutes
  return [
    ...beforeClose,
    { at: afterClose(from), state: 'closing-auction' },
    { at: afterClose(to), state: 'closed' },
  ]
}
