import { jobs as jobDescriptions } from '@oreline/shared/domain/jobs/job.ts'
import { describe, expect, onTestFinished, vi } from 'vitest'
import { openTestStore } from '../support/database.ts'
import { test, type JobsRehearsal, type LedgerRow } from '../support/jobs-rehearsal.ts'
import { rehearseWorker } from '../support/worker-rehearsal.ts'

const minutes = 60_000
const days = 24 * 60 * minutes
const newYorkQuotes = { cron: '*/10 8-17 * * 1-5', timeZone: 'America/New_York' }
const lookForMissed = { cron: '30 */5 * * * *', timeZone: 'UTC' }

const ledger = async ({ db }: JobsRehearsal): Promise<readonly LedgerRow[]> =>
  db.query.jobRuns.findMany({ orderBy: ({ id }, { asc }) => asc(id) })

/** The ledger once it has that many runs and all of them have finished. */
const finished = async (jobs: JobsRehearsal, runs: number): Promise<readonly LedgerRow[]> =>
  vi.waitFor(
    async () => {
      const rows = await ledger(jobs)
      expect(rows.map(({ outcome }) => outcome !== null)).toEqual(rows.map(() => true))
      expect(rows).toHaveLength(runs)
      return rows
    },
    { timeout: 90_000, interval: 100 },
  )

const everyJob = jobDescriptions.map(({ name }) => name).toSorted()
const names = (rows: readonly LedgerRow[]) => rows.map(({ job }) => job).toSorted()

/** Another process's store on the same database. */
async function openAgain({ store }: JobsRehearsal, serverUrl: string) {
  const [database] = await store.sql<{ name: string }[]>`select current_database() as name`
  const url = new URL(serverUrl)
  url.pathname = `/${database?.name ?? ''}`
  const own = await openTestStore(url.href)
  onTestFinished(own.close)
  return own
}

describe('a fresh start', () => {
  test('runs every job once, and a second start none', async ({ jobs }) => {
    const worker = await rehearseWorker(jobs)
    await worker.start()
    const runs = await finished(jobs, everyJob.length)
    expect(names(runs)).toEqual(everyJob)
    expect(new Set(runs.map(({ trigger, outcome }) => `${trigger} ${outcome}`))).toEqual(
      new Set(['start ok']),
    )
    await worker.stop()
    const second = await rehearseWorker(jobs)
    await second.start()
    await second.stop()
    expect(await ledger(jobs)).toHaveLength(everyJob.length)
  })

  test('of three workers on one PostgreSQL runs every job once, and no host is asked twice', async ({
    jobs,
    server,
  }) => {
    const alone = await jobs.run('quotes-xasx')
    const asked = jobs.standIn.log().length
    expect(alone.outcome).toBe('ok')
    await jobs.store.sql`truncate job_runs, bars, hosts, source_health, raw_payloads`
    jobs.time.advance(minutes)
    const workers = await Promise.all(
      [1, 2, 3].map(async () => rehearseWorker(jobs, { store: await openAgain(jobs, server.url) })),
    )
    await Promise.all(workers.map(async (worker) => worker.start()))
    expect(names(await finished(jobs, everyJob.length))).toEqual(everyJob)
    const sydney = jobs.standIn.log().filter(({ path }) => /LYC\.AX|STW\.AX/.test(decodeURIComponent(path)))
    expect(sydney).toHaveLength(asked * 2)
  })

  test('without a network says so in every run, and asks nobody', async ({ jobs }) => {
    const worker = await rehearseWorker(jobs, { config: { offline: true } })
    await worker.start()
    const runs = await finished(jobs, everyJob.length)
    const said = runs.flatMap(({ sources }) => sources.map(({ detail }) => detail))
    expect(new Set(said)).toEqual(new Set(['offline (ORELINE_OFFLINE=1)']))
    expect(jobs.standIn.log()).toEqual([])
  })
})

describe('the clocks', () => {
  test('of three workers tick for one run of a slot', async ({ jobs, server }) => {
    jobs.time.advance(3 * days - 60 * minutes)
    const workers = await Promise.all(
      [1, 2, 3].map(async () => rehearseWorker(jobs, { store: await openAgain(jobs, server.url) })),
    )
    for (const worker of workers) await worker.start()
    await finished(jobs, everyJob.length)
    // Monday 16:00 in New York, a little late on each clock.
    jobs.time.advance(Date.parse('2026-11-23T21:00:01.200Z') - jobs.time.nowMs())
    for (const worker of workers) worker.tick(newYorkQuotes)
    const runs = await finished(jobs, everyJob.length + 1)
    expect(runs.at(-1)).toMatchObject({
      job: 'quotes-xnys',
      slot: '2026-11-23T21:00:00.000Z',
      trigger: 'schedule',
    })
  })

  test('do not tick for a closed exchange, nor for a source that is switched off', async ({ jobs }) => {
    const worker = await rehearseWorker(jobs)
    await worker.start()
    await finished(jobs, everyJob.length)
    // Thanksgiving, then Friday's session with the source off.
    jobs.time.advance(Date.parse('2026-11-26T16:00:00Z') - jobs.time.nowMs())
    worker.tick(newYorkQuotes)
    jobs.time.advance(days)
    await jobs.store.sql`insert into source_switches values ('yahoo', false, now())`
    worker.tick(newYorkQuotes)
    await worker.stop()
    expect(await ledger(jobs)).toHaveLength(everyJob.length)
  })
})

describe('slots missed', () => {
  test('H27: while three days down are caught up by one run of each job', async ({ jobs }) => {
    const before = await rehearseWorker(jobs)
    await before.start()
    await finished(jobs, everyJob.length)
    await before.stop()
    // From Friday evening to Monday evening in New York.
    jobs.time.advance(3 * days)
    const after = await rehearseWorker(jobs)
    await after.start()
    const runs = (await finished(jobs, 2 * everyJob.length)).slice(everyJob.length)
    expect(names(runs)).toEqual(everyJob)
    expect(new Set(runs.map(({ trigger }) => trigger))).toEqual(new Set(['catch-up']))
    expect(runs.find(({ job }) => job === 'quotes-xnys')?.slot).toBe('2026-11-23T21:20:00.000Z')
    expect((await jobs.bars('MP')).at(-1)).toMatchObject({ sessionDate: '2026-11-23', status: 'final' })
  })

  test('while the machine slept are caught up by the next look, once', async ({ jobs }) => {
    const worker = await rehearseWorker(jobs)
    await worker.start()
    await finished(jobs, everyJob.length)
    jobs.time.advance(3 * days)
    const awake = jobs.time.clock()
    worker.tick(lookForMissed)
    const runs = await finished(jobs, 2 * everyJob.length)
    expect(names(runs.slice(everyJob.length))).toEqual(everyJob)
    jobs.time.advance(2 * minutes)
    worker.tick(lookForMissed)
    await worker.stop()
    // What has come due since then is no repetition.
    const again = (await ledger(jobs)).slice(2 * everyJob.length).filter(({ slot }) => slot <= awake)
    expect(again).toEqual([])
  })
})

describe('a run that is cut short', () => {
  test('by a stop is brought to the next worker, which leaves the rows of one run', async ({ jobs }) => {
    let underWay = false
    const hangs: typeof globalThis.fetch = async (_, init) =>
      new Promise((_resolve, reject) => {
        underWay = true
        init?.signal?.addEventListener('abort', () => reject(new Error('stopped')))
      })
    const worker = await rehearseWorker(jobs, { outside: { fetch: hangs, sleep: async () => {} } })
    await worker.start()
    await vi.waitFor(() => expect(underWay).toBe(true), { timeout: 90_000 })
    const asked = performance.now()
    await worker.stop()
    expect(performance.now() - asked).toBeLessThan(8_000)
    const cut = (await ledger(jobs)).filter(({ outcome }) => outcome === null)
    expect(cut.length).toBeGreaterThan(0)

    jobs.time.advance(minutes)
    const next = await rehearseWorker(jobs)
    await next.start()
    const runs = await finished(jobs, everyJob.length)
    expect(names(runs)).toEqual(everyJob)
    expect(runs.map(({ outcome }) => outcome)).toEqual(runs.map(() => 'ok'))
  })

  test('by another fault than a source’s says why in the ledger and is made again', async ({ jobs }) => {
    await jobs.store.sql`alter table raw_payloads rename to raw_payloads_gone`
    onTestFinished(async () => {
      await jobs.store.sql`alter table if exists raw_payloads_gone rename to raw_payloads`
    })
    const worker = await rehearseWorker(jobs)
    await worker.start()
    await vi.waitFor(
      async () => {
        const prune = (await ledger(jobs)).find(({ job }) => job === 'store-prune')
        expect(prune).toMatchObject({ outcome: null, error: expect.stringContaining('raw_payloads') })
      },
      { timeout: 90_000 },
    )
    await jobs.store.sql`alter table raw_payloads_gone rename to raw_payloads`
    const prune = (await finished(jobs, everyJob.length)).find(({ job }) => job === 'store-prune')
    expect(prune).toMatchObject({ outcome: 'ok', error: null })
    expect(prune?.attempts).toBeGreaterThan(1)
  })
})
