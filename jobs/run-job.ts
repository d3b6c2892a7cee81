import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { rootMessage } from '@oreline/shared/kernel/root-message.ts'
import { abandonRun, finishRun, noteRunError, startRun } from '@oreline/server/db/job-runs.ts'
import type { Job, JobContext, JobReport } from './define-job.ts'
import type { Reference } from './reference-shelf.ts'
import { ledgerEntries, outcomeOf } from './report.ts'
import { nextDueSlot } from './slots.ts'

export type RunDeps = Omit<JobContext, 'slot' | 'trigger' | 'nextSlot' | 'reference'> & {
  readonly jobs: readonly Job[]
  readonly shelf: () => Promise<Reference>
}

/**
 * Makes an attempt at a run of the ledger and writes down what it came to, with one line in the log. A run that another
 * attempt has finished is passed over. Throws when it breaks off, so that the queue brings it again.
 */
export async function runJob(deps: RunDeps, runId: number): Promise<void> {
  const { db, tools, log, jobs, shelf } = deps
  const startedAt = tools.clock()
  const run = await startRun(db, runId, startedAt)
  if (run === undefined) return
  const job = jobs.find(({ name }) => name === run.job)
  if (job === undefined) {
    await noteRunError(db, runId, 'this Oreline has no such job')
    await abandonRun(db, runId, tools.clock())
    return
  }
  const { slot, trigger, attempts } = run
  const line = (finishedAt: Instant) => ({
    job: job.name,
    run: runId,
    slot,
    trigger,
    attempts,
    ms: epochMs(finishedAt) - epochMs(startedAt),
  })
  try {
    const reference = await shelf()
    const nextSlot = nextDueSlot(job, reference, startedAt)
    const report = await job.run({ ...deps, reference, slot, trigger, nextSlot })
    const outcome = outcomeOf(report)
    const finishedAt = tools.clock()
    const sources = ledgerEntries(report)
    await finishRun(db, runId, finishedAt, { outcome, rowsWritten: report.rowsWritten, sources })
    const kinds = Object.fromEntries(report.scopes.map(({ scope, kind }) => [scope, kind]))
    const fields = { ...line(finishedAt), outcome, rows: report.rowsWritten, kinds }
    log[isAsUsual(report) ? 'info' : 'warn'](fields, 'job.finished')
  } catch (error) {
    // The reason is for the ledger; where the store is what failed it cannot be told.
    await noteRunError(db, runId, rootMessage(error)).catch(() => undefined)
    const level = deps.signal.aborted ? 'info' : 'error'
    log[level]({ ...line(tools.clock()), outcome: 'broke-off', err: error }, 'job.finished')
    throw error
  }
}

/** Every source that was to be asked has answered. */
const isAsUsual = (report: JobReport): boolean =>
  outcomeOf({ ...report, scopes: report.scopes.filter(({ asked }) => asked) }) === 'ok'
