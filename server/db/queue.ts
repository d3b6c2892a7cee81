/**
 * The durable queue of runs: pg-boss in the store's PostgreSQL. The ledger decides what runs (one row per job and slot,
 * entered in the same transaction), pg-boss brings each run to one worker, again after a crash, and gives up at last.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Executor } from './client.ts'
import { abandonRun, findRun, insertRun, lockJobHistory, type JobHistory, type Trigger } from './job-runs.ts'
import type { Log } from './log.ts'
import type { Store } from './open.ts'
import { queueDatabase } from './queue-database.ts'

/** A run to be made: `slot` is the moment it stands for. */
export type RunRequest = { readonly job: string; readonly slot: Instant; readonly trigger: Trigger }

/** The ledger's row of the run; `queued` false: its slot was taken before. */
export type QueuedRun = { readonly id: number; readonly slot: Instant; readonly queued: boolean }

export type Queue = {
  readonly enqueue: (request: RunRequest) => Promise<QueuedRun>
  /** Decides from the job's history, which no other process changes meanwhile; null: nothing is due. */
  readonly enqueueIfDue: (
    job: string,
    decide: (history: JobHistory) => Pick<RunRequest, 'slot' | 'trigger'> | null,
  ) => Promise<QueuedRun | null>
  /** Brings runs, by the id of their row in the ledger. One that throws is brought again, later, at most twice. */
  readonly work: (handler: (runId: number) => Promise<void>) => Promise<void>
  /** Whether runs can be put in: the store answers and has the queue's tables. */
  readonly isReady: () => Promise<boolean>
  /** Takes no more runs and waits for those under way, at most `graceMs`; what is left is brought again later. */
  readonly stop: (graceMs?: number) => Promise<void>
}

export type QueueOptions = {
  readonly store: Pick<Store, 'db' | 'sql'>
  /** `api` only puts runs in; `worker` also looks after the queue and may `work`. */
  readonly role: 'api' | 'worker'
  readonly clock: Clock
  readonly log: Log
  /** A run whose process has been silent for so long is brought to another. */
  readonly heartbeatSeconds?: number
  /** Before the first retry; doubled for the next. */
  readonly retryDelaySeconds?: number
  /** How often a worker looks for runs that nobody announced. */
  readonly lookEverySeconds?: number
}

const runs = 'runs'
const deadRuns = 'runs-dead'
/** Runs of different jobs under way in one process; those of one job never overlap, in however many processes. */
const concurrency = 4
const dayInSeconds = 86_400

/** Opens the queue on a migrated store, and makes its tables when they are missing. Stop it before the store is closed. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { store, role, clock, log } = options
  const { heartbeatSeconds = 30, retryDelaySeconds = 30, lookEverySeconds = 15 } = options
  const boss = new PgBoss({
    db: queueDatabase(store.sql),
    supervise: role === 'worker',
    useListenNotify: role === 'worker',
    superviseIntervalSeconds: Math.ceil(heartbeatSeconds / 2),
    monitorIntervalSeconds: Math.ceil(heartbeatSeconds / 2),
    // What Oreline does not use: schedules (node-cron's), flows, index care for queues of millions.
    schedule: false,
    flowIntervalSeconds: dayInSeconds,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue.failed'))
  boss.on('warning', ({ message, data }) => log.warn({ ...data, warning: message }, 'queue.warned'))
  await boss.start()
  await boss.createQueue(deadRuns)
  const settings = {
    notify: true,
    deadLetter: deadRuns,
    retryLimit: 2,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
    heartbeatSeconds,
    expireInSeconds: 3_600,
    deleteAfterSeconds: dayInSeconds,
  }
  await boss.createQueue(runs, { policy: 'singleton', ...settings })
  // A queue that an older Oreline made keeps its own settings otherwise.
  await boss.updateQueue(runs, settings)

  const put = async (tx: Executor, request: RunRequest): Promise<QueuedRun> => {
    const { job, slot } = request
    const id = await insertRun(tx, { ...request, queuedAt: clock() })
    if (id === null) {
      const run = await findRun(tx, request)
      invariant(run !== undefined, 'a slot that is taken has a run')
      return { id: run.id, slot, queued: false }
    }
    // The group lets a worker pass over a job that is under way, the key holds where two workers pass at once.
    await boss.send(runs, { runId: id }, { group: { id: job }, singletonKey: job, db: fromDrizzle(tx, sql) })
    return { id, slot, queued: true }
  }

  return {
    enqueue: async (request) => store.db.transaction(async (tx) => put(tx, request)),
    enqueueIfDue: async (job, decide) =>
      store.db.transaction(async (tx) => {
        const due = decide(await lockJobHistory(tx, job))
        return due === null ? null : put(tx, { job, ...due })
      }),
    work: async (handler) => {
      // New runs are announced; retries and what was announced in vain are found by looking.
      const looking = {
        pollingIntervalSeconds: lookEverySeconds,
        notifyPollingIntervalSeconds: lookEverySeconds,
      }
      const atOnce = { localConcurrency: concurrency, groupConcurrency: 1 }
      await boss.work<RunData>(runs, { ...looking, ...atOnce }, async ([run]) => {
        if (run !== undefined) await handler(run.data.runId)
      })
      await boss.work<RunData>(deadRuns, looking, async ([run]) => {
        if (run !== undefined) await abandonRun(store.db, run.data.runId, clock())
      })
    },
    isReady: async () => boss.isInstalled(),
    stop: async (graceMs = 10_000) => boss.stop({ graceful: true, timeout: graceMs }),
  }
}

type RunData = { readonly runId: number }
