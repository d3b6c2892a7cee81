/** An exchange's clock in words: what it is doing, and what changes when. */
import type { MarketClock, MarketState } from '@oreline/shared/domain/calendar/market-clock.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { sessionOn } from '@oreline/shared/domain/calendar/sessions.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { formatUntil } from '../../ui/format.ts'

const stateWords: Readonly<Record<MarketState, string>> = {
  'pre-open': 'Pre-open',
  open: 'Open',
  lunch: 'Lunch break',
  'closing-auction': 'Closing auction',
  closed: 'Closed',
  unknown: 'Unknown',
}

/** `detail`: why, and how long still. `opensAt`: the next opening, while it is not open; null: open, or not known. */
export type ClockText = {
  readonly state: string
  readonly detail: string
  readonly opensAt: Instant | null
}

export function clockText(clock: MarketClock, index: SessionIndex, now: Instant): ClockText {
  const { state, next, session, holiday } = clock
  const left = next === null ? '' : formatUntil(now, next.at)
  const halfDay = session?.earlyClose === true ? 'half-day, ' : ''
  const words = { state: stateWords[state], opensAt: null }
  switch (state) {
    case 'open':
      return { ...words, detail: `${halfDay}${next?.state === 'lunch' ? 'lunch' : 'closes'} in ${left}` }
    case 'lunch':
      return { ...words, detail: `${halfDay}resumes in ${left}` }
    case 'closing-auction':
      return { ...words, detail: `ends in ${left}` }
    case 'unknown':
      return { ...words, detail: 'the calendar does not reach this day' }
    case 'pre-open':
      return { ...words, detail: `${halfDay}opens in ${left}`, opensAt: next?.at ?? null }
    case 'closed': {
      const opensAt = openingOf(clock, index)
      const until = opensAt === null ? 'next session unknown' : `opens in ${formatUntil(now, opensAt)}`
      return { ...words, detail: holiday === null ? until : `${holiday}, ${until}`, opensAt }
    }
  }
}

function openingOf({ nextSession }: MarketClock, index: SessionIndex): Instant | null {
  const session = nextSession === 'unknown' ? 'unknown' : sessionOn(index, nextSession)
  return typeof session === 'string' ? null : session.openAt
}
