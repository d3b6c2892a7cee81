/** Jobs at work on a seeded store, against the stand-in of every provider, in virtual time; also outside of a test. */
import type { JobName } from '@oreline/shared/domain/jobs/job.ts'
import { isOnByDefault, sources } from '@oreline/shared/domain/sources/source.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { insertRun, type Trigger } from '@oreline/server/db/job-runs.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { turnSource } from '@oreline/server/db/source-records.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { buildAskTools, type Outside } from '../../jobs/ask-tools.ts'
import { jobs } from '../../jobs/jobs/index.ts'
import { buildReferenceShelf } from '../../jobs/reference-shelf.ts'
import { runJob } from '../../jobs/run-job.ts'
import { capturedLog, type CapturedLog } from './captured-log.ts'
import { silentLog } from './database.ts'
import { loopbackFetch } from './loopback-fetch.ts'
import { allRoutes } from './stand-in/all-routes.ts'
import { startStandIn, type StandIn } from './stand-in/stand-in.ts'
import { virtualTime, type VirtualTime } from './virtual-time.ts'

export type JobsRehearsal = {
  readonly store: Store
  readonly db: Store['db']
  readonly standIn: StandIn
  readonly time: VirtualTime
  readonly log: CapturedLog
  /** Makes one run and gives its row in the ledger; `slot` is now and the trigger `request` unless given. */
  readonly run: (
    job: JobName,
    options?: {
      readonly slot?: Instant
      readonly trigger?: Trigger
      readonly config?: Partial<RehearsedConfig>
      readonly outside?: Partial<Outside>
    },
  ) => Promise<LedgerRow>
  /** The current bars of a ticker, ascending. */
  readonly bars: (ticker: string) => Promise<readonly HeldBar[]>
}

export type LedgerRow = NonNullable<Awaited<ReturnType<Store['db']['query']['jobRuns']['findFirst']>>>
export type HeldBar = NonNullable<Awaited<ReturnType<Store['db']['query']['bars']['findFirst']>>>

/** What of the configuration a job sees. */
type RehearsedConfig = {
  readonly offline: boolean
  readonly hostMap: Readonly<Record<string, string>>
  readonly secContact: string | null
  readonly yahooUserAgent: string | null
  readonly eodhdApiToken: string | null
}

/** A Friday evening after the close in New York: every exchange's week is over. */
const fridayEvening = '2026-11-20T21:30:00.000Z'

export async function rehearseJobs(
  store: Store,
  onCleanup: (undo: () => Promise<void>) => void,
  start: string = fridayEvening,
): Promise<JobsRehearsal> {
  const { db } = store
  const time = virtualTime(start)
  const standIn = await startStandIn({ routes: allRoutes(), clock: time.clock, dripMs: 2 })
  onCleanup(standIn.close)
  const log = capturedLog()
  await seedStore({ db, clock: time.clock, log: silentLog })
  // Of what is off unless somebody wants it the jobs are at work here as well.
  for (const source of sources)
    if (!isOnByDefault(source.id))
      await turnSource(db, { source: source.id, enabled: true, now: time.clock() })
  const shelf = buildReferenceShelf(db)
  const { signal } = new AbortController()
  const usual: RehearsedConfig = {
    offline: false,
    hostMap: standIn.hostMap(),
    secContact: 'reader@example.org',
    yahooUserAgent: null,
    eodhdApiToken: null,
  }
  return {
    store,
    db,
    standIn,
    time,
    log,
    run: async (job, { slot = time.clock(), trigger = 'request', config = {}, outside: other = {} } = {}) => {
      const own = { ...usual, ...config }
      const outside = { fetch: loopbackFetch, sleep: time.sleep, random: () => 0.5, ...other }
      const tools = buildAskTools({ db, clock: time.clock, log: log.log, config: own, signal, outside })
      const id = await insertRun(db, { job, slot, trigger, queuedAt: time.clock() })
      invariant(id !== null, `no run of ${job} stands for ${slot} yet`)
      await runJob({ db, tools, log: log.log, offline: own.offline, signal, jobs, shelf }, id)
      const row = await db.query.jobRuns.findFirst({ where: (runs, { eq }) => eq(runs.id, id) })
      invariant(row !== undefined, 'a run stays in the ledger')
      return row
    },
    bars: async (ticker) => {
      const { idOf } = await shelf()
      return db.query.bars.findMany({
        where: (row, { and, eq, isNull }) =>
          and(eq(row.instrumentId, idOf(ticker)), isNull(row.supersededAt)),
        orderBy: ({ sessionDate }, { asc }) => asc(sessionDate),
      })
    },
  }
}
