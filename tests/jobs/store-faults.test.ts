import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { upsertBars, type BarRow } from '@oreline/server/db/bars.ts'
import { migrateStore } from '@oreline/server/db/migrate.ts'
import { startPrivatePostgres } from '@oreline/server/db/private-postgres/start.ts'
import { rootMessage } from '@oreline/shared/kernel/root-message.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { instruments } from '@oreline/server/db/schema/instruments.ts'
import { describe, expect, onTestFinished, vi } from 'vitest'
import { systemClock } from '../support/clock.ts'
import { openTestStore, silentLog } from '../support/database.ts'
import { rehearseJobs } from '../support/rehearse-jobs.ts'
import { test } from '../support/private-postgres.ts'
import { rehearseWorker } from '../support/worker-rehearsal.ts'
import { jobs as allJobs } from '../../jobs/jobs/index.ts'
import { aBar } from '../support/store-rows.ts'

const command = promisify(execFile)

/** Whether this machine lets us put a file system of a few megabytes somewhere. */
const canMount = await (async () => {
  const place = path.join(tmpdir(), `oreline-mount-${process.pid}`)
  await mkdir(place, { recursive: true })
  try {
    await command('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place])
    await command('umount', [place])
    return true
  } catch {
    return false
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})()

describe('PostgreSQL restarted in the middle of a run', () => {
  test('breaks its runs off, and the queue brings them again', { timeout: 120_000 }, async ({ start }) => {
    const server = await start()
    const store = await openTestStore(server.url)
    onTestFinished(store.close)
    await migrateStore({ sql: store.sql, db: store.db, log: silentLog })
    const undos: (() => Promise<void>)[] = []
    onTestFinished(async () => {
      for (const undo of undos) await undo()
    })
    const jobs = await rehearseJobs(store, (undo) => undos.push(undo))
    const worker = await rehearseWorker(jobs, {
      queue: { heartbeatSeconds: 10 },
      jobs: allJobs.filter(({ name }) => name === 'quotes-xnys' || name === 'fx-ecb'),
    })
    await worker.start()
    await vi.waitFor(() => expect(jobs.standIn.log().length).toBeGreaterThan(1), { timeout: 90_000 })
    await server.stop()
    await start()
    const runs = await vi.waitFor(
      async () => {
        const all = await jobs.db.query.jobRuns.findMany()
        expect(all.map(({ outcome }) => outcome)).not.toContain(null)
        return all
      },
      { timeout: 90_000, interval: 200 },
    )
    expect(runs.map(({ job }) => job).toSorted()).toEqual(['fx-ecb', 'quotes-xnys'])
    await worker.stop()
    // An attempt that met the store down counts as broken; the next run stores what it did not.
    expect(await jobs.run('quotes-xnys')).toMatchObject({ outcome: 'ok' })
    const bars = await jobs.bars('MP')
    expect(new Set(bars.map(({ sessionDate }) => sessionDate)).size).toBe(bars.length)
    expect(bars.at(-1)).toMatchObject({ sessionDate: '2026-11-20', source: 'yahoo' })
  })
})

describe.skipIf(!canMount)('a full disk', () => {
  test('refuses rows as a whole, keeps every acknowledged one, and takes more once there is room', async () => {
    const place = path.join(tmpdir(), `oreline-small-${randomUUID()}`)
    await mkdir(place)
    const undos: (() => Promise<unknown>)[] = [async () => rm(place, { recursive: true })]
    onTestFinished(async () => {
      for (const undo of undos.toReversed()) await undo()
    })
    await command('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=0755', 'tmpfs', place])
    undos.push(async () => command('umount', [place]))
    const server = await startPrivatePostgres({
      dataDir: path.join(place, 'data'),
      log: silentLog,
      clock: systemClock,
      durable: true,
    })
    undos.push(server.stop)
    const store = await openTestStore(server.url)
    undos.push(store.close)
    const { db, sql } = store
    await migrateStore({ sql, db, log: silentLog })
    const [instrument] = await db.insert(instruments).values({ ticker: 'MP' }).returning()
    const instrumentId = instrument?.id ?? 0

    const write = async (batch: number) =>
      withRevision(db, { scope: 'prices', clock: systemClock }, async (revision) =>
        upsertBars(revision, { rows: batchOf(instrumentId, batch), source: 'yahoo', payloadId: null }),
      )
    let acknowledged = 0
    const filled = (async () => {
      for (;;) acknowledged = acknowledged + (await write(acknowledged / 5_000)).rows
    })()
    // The store's own message quotes every row of the statement.
    const why = await filled.then(() => 'the disk never filled up', rootMessage)
    expect(why).toMatch(/No space left on device|CONNECTION_CLOSED|terminat|recovery/i)
    expect(acknowledged).toBeGreaterThan(0)

    await command('mount', ['-o', 'remount,size=600m', place])
    await vi.waitFor(async () => expect(await count(sql)).toBe(acknowledged), {
      timeout: 90_000,
      interval: 200,
    })
    expect(await write(acknowledged / 5_000)).toMatchObject({ rows: 5_000 })
    expect(await count(sql)).toBe(acknowledged + 5_000)
  })
})

const count = async (sql: Awaited<ReturnType<typeof openTestStore>>['sql']): Promise<number> => {
  const [row] = await sql<
    { rows: number }[]
  >`select count(*)::int as rows from bars where superseded_at is null`
  return row?.rows ?? 0
}

const batchOf = (instrumentId: number, batch: number): readonly BarRow[] =>
  Array.from({ length: 5_000 }, (_, place) => {
    const day = new Date((batch * 5_000 + place) * 86_400_000).toISOString().slice(0, 10)
    return { ...aBar(day, 10), instrumentId, epoch: 1 }
  })
