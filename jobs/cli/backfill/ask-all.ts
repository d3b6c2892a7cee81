/** The steps of a backfill, one after the other: the jobs' own scopes, asked from further back. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { finishRun, insertRun, startRun } from '@oreline/server/db/job-runs.ts'
import type { JobContext, ScopeReport } from '../../define-job.ts'
import { ledgerEntries, outcomeOf, reportOf } from '../../report.ts'
import { nextDueSlot } from '../../slots.ts'
import type { JobScope, Reach, SourceJob } from '../../source-job.ts'
import type { Progress } from '../progress.ts'
import { askStep, notReached, type Step } from './step.ts'
import { wordsOf } from './summary.ts'

export type Wanted = {
  readonly reach: Reach
  /** null: all. */
  readonly tickers: ReadonlySet<string> | null
}

type Deps = Omit<JobContext, 'slot' | 'trigger' | 'nextSlot'> & {
  readonly jobs: readonly SourceJob[]
  readonly progress: Progress
}

/** `failure`: the store or Oreline itself failed, and the steps from there on are `not-reached`; undefined: it did not. */
export type Asked = { readonly steps: readonly Step[]; readonly failure?: unknown }

/**
 * Makes every step, or as many as there were until Ctrl-C. What a step has stored stays, whatever becomes of the next. A
 * second source is a step where it is wanted, which shows when its turn has come; where it is not, it is no step.
 */
export async function askAll(deps: Deps, wanted: Wanted): Promise<Asked> {
  const { jobs, progress, tools, signal } = deps
  const plan = jobs.map((job) => ({ job, context: contextOf(deps, job) }))
  const planned = plan.map((each) => ({ ...each, scopes: scopesOf(each.job, each.context, wanted) }))
  const all = planned.flatMap(({ scopes }) => scopes)
  const left = new Set(all.filter(({ isWanted }) => isWanted === undefined))
  const steps: Step[] = []
  progress.begin(left.size)
  try {
    for (const { job, context, scopes } of planned) {
      const startedAt = tools.clock()
      const reports: ScopeReport[] = []
      for (const scope of scopes) {
        if (scope.isWanted !== undefined) {
          if (!(await scope.isWanted(context, reports, wanted.reach))) continue
          left.add(scope)
          progress.oneMore()
        }
        progress.doing(`${scope.source} ${scope.scope}`)
        const { step, report } = await askStep(context, scope, wanted.reach)
        steps.push(step)
        left.delete(scope)
        reports.push(report)
        progress.done(wordsOf(step))
      }
      if (isWholeRun(reports, wanted)) await enterRun(deps.db, { job, startedAt, reports }, tools.clock())
    }
    return { steps }
  } catch (failure) {
    const made = [...steps, ...all.filter((scope) => left.has(scope)).map(notReached)]
    return signal.aborted ? { steps: made } : { steps: made, failure }
  } finally {
    progress.end()
  }
}

function contextOf(deps: Deps, job: SourceJob): JobContext {
  const slot = deps.tools.clock()
  return { ...deps, slot, trigger: 'request', nextSlot: nextDueSlot(job, deps.reference, slot) }
}

const scopesOf = (job: SourceJob, context: JobContext, { tickers }: Wanted): readonly JobScope[] =>
  job.scopes(context).filter(({ scope }) => tickers === null || tickers.has(scope))

/** A run answers for all scopes of its job up to now; a part of one would make the job pass over slots it has missed. */
const isWholeRun = (reports: readonly ScopeReport[], { reach, tickers }: Wanted): boolean =>
  tickers === null && reach.to === null && reports.some(({ asked }) => asked)

type MadeRun = {
  readonly job: SourceJob
  readonly startedAt: Instant
  readonly reports: readonly ScopeReport[]
}

/** Into the ledger, finished: one that a kill had left open would keep the job from ever being caught up. */
async function enterRun(db: Db, { job, startedAt, reports }: MadeRun, finishedAt: Instant): Promise<void> {
  const report = reportOf(reports)
  await db.transaction(async (tx) => {
    const run = { job: job.name, slot: startedAt, trigger: 'request', queuedAt: startedAt } as const
    const id = await insertRun(tx, run)
    if (id === null) return
    await startRun(tx, id, startedAt)
    await finishRun(tx, id, finishedAt, {
      outcome: outcomeOf(report),
      rowsWritten: report.rowsWritten,
      sources: ledgerEntries(report),
    })
  })
}
