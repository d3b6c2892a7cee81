/** What is not kept for ever besides the bodies of raw answers: who asked what when, and rows that could not be read. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { lt, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { rejects } from './schema/raw-payloads.ts'

/** A year and a month, so that a season can be held against the one before. */
const keptDays = 400
const dayMs = 86_400_000

/** Drops runs that ended more than 400 days ago, but each job's last one and its last good one; gives their number. */
export async function pruneRuns(db: Db, now: Instant): Promise<number> {
  const pruned = await db.execute(sql`
    delete from job_runs where finished_at < ${plusMs(now, -keptDays * dayMs)} and id not in (
      select max(id) from job_runs group by job
      union all select max(id) from job_runs where outcome in ('ok', 'partial') group by job)`)
  return pruned.count
}

/** Drops rejected rows of answers that came more than 400 days ago; gives their number. */
export async function pruneRejects(db: Db, now: Instant): Promise<number> {
  const pruned = await db.delete(rejects).where(lt(rejects.recordedAt, plusMs(now, -keptDays * dayMs)))
  return pruned.count
}
