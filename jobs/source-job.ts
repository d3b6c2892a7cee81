/**
 * Jobs that ask sources. What is asked of whom is listed apart from the run, so that a backfill asks the very same,
 * only further back.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { SourceScope } from '@oreline/server/db/source-health.ts'
import { attemptSource, type Attempted } from './attempt-source.ts'
import type { Job, JobContext, ScopeReport } from './define-job.ts'
import { reportOf } from './report.ts'

/**
 * The days a backfill wants, both inclusive; `to` null: up to now. A source is asked further back where it would be
 * anyway, so that no hole is left; only quotes end at `to`, for the others list the newest first.
 */
export type Reach = { readonly from: IsoDate; readonly to: IsoDate | null }

/**
 * A source and what is asked of it. `refresh` asks and stores; `reach` null: what may be new since the last answer.
 * `isWanted`: asked after the scopes before it are done, whether this one is needed as well (a second source where the
 * first gave nothing, or once a day to hold the two against each other); undefined: always. What is not wanted leaves no
 * report.
 */
export type JobScope = SourceScope & {
  readonly refresh: (context: JobContext, reach: Reach | null) => Promise<Attempted>
  readonly isWanted?: (
    context: JobContext,
    done: readonly ScopeReport[],
    reach: Reach | null,
  ) => Promise<boolean>
}

/** A job whose run makes one attempt at each of its scopes, in their order. */
export type SourceJob = Job & {
  readonly scopes: (context: Pick<JobContext, 'reference' | 'slot' | 'trigger'>) => readonly JobScope[]
}

/** Keeps the definition and adds the run that follows from it. */
export const sourceJob = (definition: Omit<SourceJob, 'run'>): SourceJob => ({
  ...definition,
  run: async (context) => {
    const reports: ScopeReport[] = []
    for (const scope of definition.scopes(context)) {
      if (scope.isWanted !== undefined && !(await scope.isWanted(context, reports, null))) continue
      reports.push(await attemptSource(context, scope, async () => scope.refresh(context, null)))
    }
    return reportOf(reports)
  },
})
