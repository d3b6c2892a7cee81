/**
 * A job is one object: when it is due and what it does. Adding one is a file in `jobs/`, a line in `jobs/index.ts` and
 * its name in `shared/domain/jobs/job.ts`. A job asks one source and writes what proved good; running it twice leaves
 * the same rows.
 */
import type { RunSource } from '@oreline/shared/api/jobs.ts'
import type { JobName } from '@oreline/shared/domain/jobs/job.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Db } from '@oreline/server/db/client.ts'
import type { Trigger } from '@oreline/server/db/job-runs.ts'
import type { Log } from '@oreline/server/db/log.ts'
import type { AskTools } from './providers/ask-provider.ts'
import type { Reference } from './reference-shelf.ts'

/** A cron expression of five fields, or six with the seconds first, read in an IANA zone. */
export type Schedule = { readonly cron: string; readonly timeZone: string }

/** What one source came to for one scope. `asked` false: the operator or the configuration kept it from being asked. */
export type ScopeReport = RunSource & { readonly asked: boolean }

export type JobReport = { readonly rowsWritten: number; readonly scopes: readonly ScopeReport[] }

/** What a running job may use. `slot` is the moment it stands for, `nextSlot` the next one; null: none in sight. */
export type JobContext = {
  readonly db: Db
  readonly tools: AskTools
  readonly log: Log
  readonly reference: Reference
  readonly slot: Instant
  readonly trigger: Trigger
  readonly nextSlot: Instant | null
  /** ORELINE_OFFLINE. */
  readonly offline: boolean
  /** Aborted when the process stops: a run then breaks off and is brought again. */
  readonly signal: AbortSignal
}

export type Job = {
  readonly name: JobName
  readonly schedules: readonly Schedule[]
  /** Of the moments of its schedules, those on which it runs (sessions, TARGET days); undefined: all. */
  readonly isDue?: (slot: Instant, reference: Reference) => boolean
  readonly run: (context: JobContext) => Promise<JobReport>
}

/** Keeps the definition as it is and checks it. */
export const defineJob = (job: Job): Job => job
