/** Whole workers on a rehearsal's store: the real queue, clocks that tick when a test says so. */
import { openQueue, type QueueOptions } from '@oreline/server/db/queue.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { onTestFinished } from 'vitest'
import type { CronClock } from '../../jobs/cron.ts'
import type { Schedule } from '../../jobs/define-job.ts'
import { buildWorker, type Worker, type WorkerDeps } from '../../jobs/worker.ts'
import { silentLog } from './database.ts'
import type { JobsRehearsal } from './jobs-rehearsal.ts'
import { loopbackFetch } from './loopback-fetch.ts'

export type WorkerRehearsal = Worker & {
  /** Lets the clocks of that schedule tick. */
  readonly tick: (schedule: Schedule) => void
}

type Options = {
  readonly store?: Store
  readonly queue?: Partial<QueueOptions>
  readonly config?: Partial<WorkerDeps['config']>
  readonly outside?: WorkerDeps['outside']
  /** All unless given. */
  readonly jobs?: WorkerDeps['jobs']
}

/** A worker that has not started; stopped when the test ends. */
export async function rehearseWorker(
  { store: shared, time, standIn }: JobsRehearsal,
  { store = shared, queue: queueOptions = {}, config = {}, outside = {}, jobs }: Options = {},
): Promise<WorkerRehearsal> {
  const { clock } = time
  const queue = await openQueue({
    store,
    role: 'worker',
    clock,
    log: silentLog,
    lookEverySeconds: 0.5,
    retryDelaySeconds: 1,
    ...queueOptions,
  })
  const ticks: { readonly schedule: Schedule; readonly tick: () => void }[] = []
  const cron: CronClock = (schedule, tick) => {
    ticks.push({ schedule, tick })
    return { stop: () => void ticks.splice(0) }
  }
  const worker = buildWorker({
    store,
    queue,
    clock,
    log: silentLog,
    config: {
      offline: false,
      hostMap: standIn.hostMap(),
      secContact: 'reader@example.org',
      yahooUserAgent: null,
      eodhdApiToken: null,
      ...config,
    },
    cron,
    ...(jobs === undefined ? {} : { jobs }),
    outside: { fetch: loopbackFetch, sleep: time.sleep, random: () => 0.5, ...outside },
  })
  onTestFinished(worker.stop)
  return {
    ...worker,
    tick: ({ cron: expression, timeZone }) => {
      for (const { schedule, tick } of ticks)
        if (schedule.cron === expression && schedule.timeZone === timeZone) tick()
    },
  }
}
