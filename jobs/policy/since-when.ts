import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn, daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { JobContext } from '../define-job.ts'
import type { Reach } from '../source-job.ts'

/** Days before the last complete answer that are asked for again: what is printed late, or changed. */
const daysAgain = 7

/**
 * From when on a register is asked; null: as far as a first answer goes. `historyBefore`: what is older came long ago, even
 * if a backfill brings it only now; null: nothing is.
 */
export type Since = { readonly since: IsoDate | null; readonly historyBefore: IsoDate | null }

/** By the days of `zone`. A backfill asks for no less than would be asked for anyway. */
export async function sinceWhen(
  { db, tools }: Pick<JobContext, 'db' | 'tools'>,
  { source, zone }: { readonly source: string; readonly zone: TimeZone },
  reach: Reach | null,
): Promise<Since> {
  const health = await findHealth(db, { source, scope: 'all' })
  const today = dateIn(zone, tools.clock())
  const last = health?.lastCompleteAt ?? null
  const usual = last === null ? null : wholeTensBack(dateIn(zone, last), today)
  if (reach === null) return { since: usual, historyBefore: null }
  return {
    since: usual === null || reach.from < usual ? reach.from : usual,
    historyBefore: usual,
  }
}

/**
 * A number of days back from today that is a whole ten: the day asked from is then another one than yesterday's, whatever
 * was answered in between, so that no cache in front of a register answers for yesterday (P15).
 */
export function wholeTensBack(lastDay: IsoDate, today: IsoDate): IsoDate {
  const days = Math.max(daysBetween(lastDay, today), 0) + daysAgain
  return addDays(today, -10 * Math.ceil(days / 10))
}
