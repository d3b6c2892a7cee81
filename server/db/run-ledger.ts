/** The ledger of runs, read: newest first. */
import { and, desc, inArray, lt, max, notInArray } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { jobRuns } from './schema/job-runs.ts'

/** A run as stored; `sources` is what its writer checked. */
export type HeldRun = typeof jobRuns.$inferSelect

/** The last run of each of the jobs. */
export async function listLastRuns(db: Executor, jobs: readonly string[]): Promise<readonly HeldRun[]> {
  return db
    .select()
    .from(jobRuns)
    .where(inArray(jobRuns.id, lastIds(db, jobs)))
    .orderBy(desc(jobRuns.id))
}

export type RunsAsked = {
  readonly jobs: readonly string[]
  /** Only runs older than this one, without any job's last run; null: from the newest. */
  readonly before: number | null
  readonly limit: number
}

/** At most `limit` runs. The first page shows every job's last run besides, so that later pages leave them out. */
export async function listRuns(
  db: Executor,
  { jobs, before, limit }: RunsAsked,
): Promise<readonly HeldRun[]> {
  const older =
    before === null ? undefined : and(lt(jobRuns.id, before), notInArray(jobRuns.id, lastIds(db, jobs)))
  return db
    .select()
    .from(jobRuns)
    .where(and(inArray(jobRuns.job, [...jobs]), older))
    .orderBy(desc(jobRuns.id))
    .limit(limit)
}

function lastIds(db: Executor, jobs: readonly string[]) {
  return db
    .select({ id: max(jobRuns.id) })
    .from(jobRuns)
    .where(inArray(jobRuns.job, [...jobs]))
    .groupBy(jobRuns.job)
}
