/**
 * The worker: clocks that put runs into the queue, and hands that take them out. Any number of workers may share one
 * PostgreSQL; a slot runs once.
 */
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Config } from '@oreline/server/config.ts'
import type { Store } from '@oreline/server/db/open.ts'
import type { Queue } from '@oreline/server/db/queue.ts'
import { isSwitchedOff } from '@oreline/server/db/source-health.ts'
import type { BaseLogger } from 'pino'
import { buildAskTools, type Outside } from './ask-tools.ts'
import { nodeCron, type CronClock } from './cron.ts'
import type { Job } from './define-job.ts'
import { enqueueAtStart, enqueueMissed, enqueueTick, type EnqueueDeps } from './enqueue-due.ts'
import { jobs as allJobs } from './jobs/index.ts'
import { buildReferenceShelf } from './reference-shelf.ts'
import { runJob, type RunDeps } from './run-job.ts'
import { whyNotAsked } from './why-not-asked.ts'

export type WorkerDeps = {
  readonly store: Pick<Store, 'db'>
  /** Opened as `worker`; the worker stops it. */
  readonly queue: Queue
  readonly clock: Clock
  readonly log: BaseLogger
  readonly config: Pick<Config, 'offline' | 'hostMap' | 'secContact' | 'yahooUserAgent' | 'eodhdApiToken'>
  readonly cron?: CronClock
  readonly outside?: Partial<Outside>
  readonly jobs?: readonly Job[]
}

/** `start` comes back when all is under way, and waits for no provider; `stop` may be called at any time, and twice. */
export type Worker = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> }

/** Looks for missed slots every five minutes, half a minute beside the clocks of the jobs. */
const lookForMissed = { cron: '30 */5 * * * *', timeZone: 'UTC' }

export function buildWorker(deps: WorkerDeps): Worker {
  const { queue, clock, log, config, cron = nodeCron, outside = {}, jobs = allJobs } = deps
  const { db } = deps.store
  const { offline } = config
  const ending = new AbortController()
  const { signal } = ending
  const shelf = buildReferenceShelf(db)
  const tools = buildAskTools({ db, clock, log, config, signal, outside })
  const runDeps: RunDeps = { db, tools, log, offline, signal, jobs, shelf }
  const enqueueDeps: EnqueueDeps = {
    queue,
    clock,
    reference: shelf,
    whyNotAsked: async (source) =>
      whyNotAsked(db, source, { offline, settings: tools.settings, byHand: false }),
    isSwitchedOff: async (source) => isSwitchedOff(db, source),
  }
  const clocks: { stop: () => void }[] = []
  const pending = new Set<Promise<void>>()
  let stopping: Promise<void> | null = null

  /** What a clock starts has nobody to throw to: the next tick tries again. */
  const inBackground = (what: string, work: () => Promise<void>) => (): void => {
    const done = work()
      .catch((error: unknown) => {
        log.error({ err: error, what }, 'jobs.enqueue-failed')
      })
      .finally(() => pending.delete(done))
    pending.add(done)
  }

  const stop = async (): Promise<void> => {
    for (const running of clocks) running.stop()
    ending.abort(new Error('Oreline is stopping'))
    await Promise.all(pending)
    await queue.stop()
  }

  return {
    start: async () => {
      await queue.work(async (runId) => runJob(runDeps, runId))
      for (const job of jobs) await enqueueAtStart(enqueueDeps, job)
      for (const job of jobs)
        for (const schedule of job.schedules)
          clocks.push(
            cron(
              schedule,
              inBackground(job.name, async () => enqueueTick(enqueueDeps, job, schedule)),
            ),
          )
      const missed = async () => {
        for (const job of jobs) await enqueueMissed(enqueueDeps, job)
      }
      clocks.push(cron(lookForMissed, inBackground('missed slots', missed)))
    },
    stop: async () => (stopping ??= stop()),
  }
}
