import type { Instant, IsoDate } from '../../kernel/brand.ts'
import type { TargetCalendar } from '../calendar/calendar.ts'
import type { SessionIndex } from '../calendar/session-index.ts'
import type { SourceDescription } from '../sources/source-description.ts'
import { staleByDays, staleBySessions, staleByTargetDays } from './staleness.ts'

/** What age is measured by. `sessionsOf`: the sessions a ticker keeps; null: it is not followed. */
export type StalenessTerms = {
  readonly now: Instant
  readonly target: TargetCalendar
  readonly sessionsOf: (ticker: string) => SessionIndex | null
}

/** What a source said last for a scope. */
type Said = {
  readonly scope: string
  readonly newestItem: IsoDate | null
  readonly lastOkAt: Instant | null
}

/** From when on what a source gave for a scope counts as too old, by its own measure; null: it does not. */
export function staleSince(
  { provides, staleAfter }: Pick<SourceDescription, 'provides' | 'staleAfter'>,
  { scope, newestItem, lastOkAt }: Said,
  { now, target, sessionsOf }: StalenessTerms,
): Instant | null {
  if (staleAfter === null) return null
  if ('sessions' in staleAfter) {
    const sessions = sessionsOf(scope)
    if (sessions === null || newestItem === null) return null
    return staleBySessions(sessions, newestItem, staleAfter.sessions, now)
  }
  if (provides.includes('fx') && newestItem !== null)
    return staleByTargetDays(target, newestItem, staleAfter.days, now)
  return lastOkAt === null ? null : staleByDays(lastOkAt, staleAfter.days, now)
}
