/** The ledger of runs, written. One row per job and slot: whoever writes it first owns the run. */
import type { RunSource } from '@oreline/shared/api/jobs.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { jobRuns } from './schema/job-runs.ts'
import { bumpVersion } from './version-count.ts'

type RunRow = typeof jobRuns.$inferSelect
export type Trigger = RunRow['trigger']

export type NewRun = Pick<RunRow, 'job' | 'slot' | 'trigger' | 'queuedAt'>

/** Enters a run; null when its slot is taken. */
export async function insertRun(tx: Executor, run: NewRun): Promise<number | null> {
  const [row] = await tx.insert(jobRuns).values(run).onConflictDoNothing().returning({ id: jobRuns.id })
  if (row === undefined) return null
  await bumpVersion(tx, 'health', run.queuedAt)
  return row.id
}

/** The run of a job and slot, if there is one. */
export async function findRun(
  db: Executor,
  { job, slot }: Pick<RunRow, 'job' | 'slot'>,
): Promise<RunRow | undefined> {
  const [row] = await db
    .select()
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), eq(jobRuns.slot, slot)))
  return row
}

/** Begins an attempt at a run and gives its row; undefined when it has finished already. */
export async function startRun(db: Executor, id: number, at: Instant): Promise<RunRow | undefined> {
  const [row] = await db
    .update(jobRuns)
    .set({ startedAt: at, attempts: sql`${jobRuns.attempts} + 1`, error: null })
    .where(and(eq(jobRuns.id, id), isNull(jobRuns.finishedAt)))
    .returning()
  return row
}

export type RunResult = {
  readonly outcome: NonNullable<RunRow['outcome']>
  readonly rowsWritten: number
  readonly sources: readonly RunSource[]
}

/** Ends a run with what it came to. */
export async function finishRun(db: Executor, id: number, at: Instant, result: RunResult): Promise<void> {
  await db
    .update(jobRuns)
    .set({ ...result, finishedAt: at })
    .where(and(eq(jobRuns.id, id), isNull(jobRuns.finishedAt)))
  await bumpVersion(db, 'health', at)
}

/** Says why an attempt broke off; the run goes on with the next one. */
export async function noteRunError(db: Executor, id: number, error: string): Promise<void> {
  await db.update(jobRuns).set({ error }).where(eq(jobRuns.id, id))
}

/** Ends a run that no attempt finished, keeping the reason of the last one. */
export async function abandonRun(db: Executor, id: number, at: Instant): Promise<void> {
  await db
    .update(jobRuns)
    .set({ outcome: 'failed', finishedAt: at, error: sql`coalesce(${jobRuns.error}, 'the process ended')` })
    .where(and(eq(jobRuns.id, id), isNull(jobRuns.finishedAt)))
  await bumpVersion(db, 'health', at)
}

/** What the ledger knows of a job: whether a run is under way, its newest slot, the newest one that any source answered. */
export type JobHistory = {
  readonly underWay: boolean
  readonly newestSlot: Instant | null
  readonly newestGoodSlot: Instant | null
}

/** The history of a job; its row is locked against other processes until the transaction ends. */
export async function lockJobHistory(tx: Executor, job: string): Promise<JobHistory> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`oreline job ${job}`}))`)
  const [good] = await tx
    .select({ slot: max(jobRuns.slot) })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), inArray(jobRuns.outcome, ['ok', 'partial'])))
  const [newest] = await tx
    .select({ slot: jobRuns.slot })
    .from(jobRuns)
    .where(eq(jobRuns.job, job))
    .orderBy(desc(jobRuns.slot))
    .limit(1)
  const [open] = await tx
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), isNull(jobRuns.finishedAt)))
    .limit(1)
  return {
    underWay: open !== undefined,
    newestSlot: newest?.slot ?? null,
    newestGoodSlot: good?.slot ?? null,
  }
}
