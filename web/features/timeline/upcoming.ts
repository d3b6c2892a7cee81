/** What is scheduled, and what has passed without anybody saying how it ended. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { scheduledDates, type ScheduledDate } from '@oreline/shared/domain/policy/schedule.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

export type UpcomingDate = ScheduledDate & { readonly event: PolicyEventRow }

/** `ahead`: soonest first; `unconfirmed`: the one that passed last first. */
export function upcomingDates(
  events: readonly PolicyEventRow[],
  today: IsoDate,
): { readonly ahead: readonly UpcomingDate[]; readonly unconfirmed: readonly UpcomingDate[] } {
  const all = events
    .flatMap((event) => scheduledDates(event, today).map((scheduled) => ({ ...scheduled, event })))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return {
    ahead: all.filter(({ passedUnconfirmed }) => !passedUnconfirmed),
    unconfirmed: all.filter(({ passedUnconfirmed }) => passedUnconfirmed).toReversed(),
  }
}
