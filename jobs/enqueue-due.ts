/** Puts runs into the queue: at the moments of the schedules, after a start, and for what was missed meanwhile. */
import { jobs as jobDescriptions, sourcesOf } from '@oreline/shared/domain/jobs/job.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { epochMs, instantOf, isAfter } from '@oreline/shared/kernel/instant.ts'
import type { JobHistory } from '@oreline/server/db/job-runs.ts'
import type { Queue, RunRequest } from '@oreline/server/db/queue.ts'
import type { Job, Schedule } from './define-job.ts'
import type { Reference } from './reference-shelf.ts'
import { isDue, lastDueSlot, lastSlot } from './slots.ts'

export type EnqueueDeps = {
  readonly queue: Queue
  readonly clock: Clock
  readonly reference: () => Promise<Reference>
  /** Why a source may not be asked; null: it may. */
  readonly whyNotAsked: (source: string) => Promise<string | null>
  readonly isSwitchedOff: (source: string) => Promise<boolean>
}

const minuteMs = 60_000

/** A tick of a job's clock: the run of its moment, when the job is due then and its source may be asked. */
export async function enqueueTick(deps: EnqueueDeps, job: Job, schedule: Schedule): Promise<void> {
  const slot = lastSlot(schedule, deps.clock())
  if (!isDue(job, await deps.reference(), slot) || (await isWithheld(deps, job))) return
  await deps.queue.enqueue({ job: job.name, slot, trigger: 'schedule' })
}

/**
 * After a start: jobs that no source has ever answered in this store are due now, and say in the ledger what keeps them
 * from asking, unless all their sources are switched off; the others are due where they missed a slot.
 */
export async function enqueueAtStart(deps: EnqueueDeps, job: Job): Promise<void> {
  const now = deps.clock()
  const missed = lastDueSlot(job, await deps.reference(), now)
  const withheld = await isWithheld(deps, job)
  if (withheld && (await isUnwanted(deps, job))) return
  await deps.queue.enqueueIfDue(job.name, (history) => {
    if (history.underWay) return null
    if (history.newestGoodSlot === null) return { slot: minuteOf(now), trigger: 'start' }
    return withheld ? null : catchUp(history, missed)
  })
}

/** While running: slots missed because the machine slept or was busy, or the source was off. One run for all of them. */
export async function enqueueMissed(deps: EnqueueDeps, job: Job): Promise<void> {
  const now = deps.clock()
  const missed = lastDueSlot(job, await deps.reference(), now)
  // The clock of the job itself has a minute to tick.
  if (missed === null || epochMs(now) - epochMs(missed) < minuteMs || (await isWithheld(deps, job))) return
  await deps.queue.enqueueIfDue(job.name, (history) => (history.underWay ? null : catchUp(history, missed)))
}

function catchUp(
  { newestSlot }: JobHistory,
  missed: Instant | null,
): Pick<RunRequest, 'slot' | 'trigger'> | null {
  if (missed === null || (newestSlot !== null && !isAfter(missed, newestSlot))) return null
  return { slot: missed, trigger: 'catch-up' }
}

/** None of its sources may be asked: a second one that may is reason enough to run. */
async function isWithheld({ whyNotAsked }: EnqueueDeps, job: Job): Promise<boolean> {
  const asked = sourcesAskedBy(job)
  for (const source of asked) if ((await whyNotAsked(source)) === null) return false
  return asked.length > 0
}

/** Nobody wants any of its sources asked. */
async function isUnwanted({ isSwitchedOff }: EnqueueDeps, job: Job): Promise<boolean> {
  for (const source of sourcesAskedBy(job)) if (!(await isSwitchedOff(source))) return false
  return true
}

function sourcesAskedBy(job: Job): readonly string[] {
  const description = jobDescriptions.find(({ name }) => name === job.name)
  return description === undefined ? [] : sourcesOf(description)
}

const minuteOf = (now: Instant): Instant => instantOf(Math.floor(epochMs(now) / minuteMs) * minuteMs)
