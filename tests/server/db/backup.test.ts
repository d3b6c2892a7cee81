import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BackupRefusal } from '@oreline/server/db/backup/backup-refusal.ts'
import { rowsOf as countOf } from '@oreline/server/db/backup/manifest.ts'
import { restoreBackup } from '@oreline/server/db/backup/restore-backup.ts'
import { verifyBackup } from '@oreline/server/db/backup/verify-backup.ts'
import { writeBackup, type WriteBackupOptions } from '@oreline/server/db/backup/write-backup.ts'
import { insertRun } from '@oreline/server/db/job-runs.ts'
import { countMigrations, migrateStore } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { openQueue } from '@oreline/server/db/queue.ts'
import { openReadyStore } from '@oreline/server/db/ready-store.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask } from '../../support/app.ts'
import { friday, later, monday, test } from '../../support/backup-stores.ts'
import { openTestStore, silentLog } from '../../support/database.ts'
import { formerMigrations, rowsOf } from '../../support/store-copy.ts'

const questions = [null, monday, plusMs(friday, -1), friday].flatMap((asOf) =>
  ['prices?tickers=MP,LYC.AX,600111.SS', 'prices?tickers=MP&currency=USD&adjust=all', 'fx?pairs=AUDUSD']
    .concat(['filings?tickers=MP', 'policy-events?context=true&from=2025-01-01'])
    .map((path_) => `/api/v1/${path_}${asOf === null ? '' : `&as_of=${asOf}`}`),
)

async function answersOf(store: Store): Promise<readonly string[]> {
  const app = await buildApp(appParts({ store }))
  onTestFinished(() => app.close())
  const answers: string[] = []
  for (const question of questions) {
    const { status, text } = await ask(app, question)
    expect(`${question}: ${status}`).toBe(`${question}: 200`)
    answers.push(text)
  }
  return answers
}

const back = (options: Omit<WriteBackupOptions, 'clock'>) => writeBackup({ ...options, ...later })

async function take(store: Store, file: string, { replace = false } = {}): Promise<void> {
  await restoreBackup({ store, file, manifest: await verifyBackup(file), replace, ...later })
}

describe('a restored copy', () => {
  test('answers as of any moment with the same bytes, and goes on from there', async ({
    written,
    folder,
    database,
  }) => {
    const file = path.join(folder, 'deep', 'store.tar.zst')
    const manifest = await back({ sql: written.sql, file })
    expect(await readdir(path.dirname(file))).toEqual(['store.tar.zst'])
    expect((await stat(file)).mode & 0o077).toBe(0)

    const target = await database()
    await take(target, file)
    const without = ['job_runs']
    expect(await rowsOf(target, { without })).toEqual(await rowsOf(written, { without }))
    expect(countOf(manifest)).toBe(Object.values(await rowsOf(written)).flat().length)
    expect(await answersOf(target)).toEqual(await answersOf(written))

    // What was under way has ended, and the next run has a number of its own.
    const [run] = await target.db.query.jobRuns.findMany()
    expect(run).toMatchObject({ outcome: 'failed', error: 'the store was restored from a backup' })
    const id = await insertRun(target.db, { job: 'x', slot: friday, trigger: 'request', queuedAt: friday })
    expect(id).toBe(2)

    // It is ready for work: nothing to migrate or to seed, and the queue makes its tables anew.
    const ready = await openReadyStore({ databaseUrl: target.url, dataDir: folder, log: silentLog, ...later })
    onTestFinished(ready.close)
    expect(await countMigrations(ready)).toMatchObject({ missing: 0 })
    const queue = await openQueue({ store: ready, role: 'worker', log: silentLog, ...later })
    const queued = await queue.enqueue({ job: 'quotes-xnys', slot: friday, trigger: 'request' })
    expect(queued).toMatchObject({ id: 3, queued: true })
    await queue.stop()
  })

  test('of an older version is brought up to this one', async ({ folder, database }) => {
    const migrations = await formerMigrations(1)
    onTestFinished(() => rm(migrations, { recursive: true }))
    const old = await database()
    await migrateStore({ ...old, log: silentLog, folder: migrations })
    await seedStore({ db: old.db, clock: () => monday, log: silentLog })
    const file = path.join(folder, 'old.tar.zst')
    await back({ sql: old.sql, file, folder: migrations })
    const target = await database()
    await take(target, file)
    const tables = Object.keys(await rowsOf(old))
    expect(await rowsOf(target, { tables })).toEqual(await rowsOf(old))
    expect(await countMigrations(target)).toMatchObject({ missing: 0 })
  })
})

describe('a backup', () => {
  test('is of one moment, whatever is written meanwhile', async ({ folder, database, server }) => {
    const { sql } = await database(server.template)
    const insert = (file: string) =>
      sql`insert into seed_files (file, sha256, taken_at) values (${file}, '', now())`
    await insert('before')
    const meanwhile: Promise<unknown>[] = []
    const onTable = () => {
      if (meanwhile.length === 0) meanwhile.push(insert('one').then(() => insert('two')))
    }
    const { tables } = await back({ sql, file: path.join(folder, 'x.tar.zst'), onTable })
    await Promise.all(meanwhile)
    expect(tables.find(({ name }) => name === 'seed_files')).toMatchObject({ rows: 1 })
  })

  test('that is broken off leaves nothing, and the store as usable as before', async ({
    written,
    folder,
  }) => {
    const file = path.join(folder, 'x.tar.zst')
    const ending = new AbortController()
    const onTable = () => ending.abort(new Error('Ctrl-C'))
    const { sql } = written
    await expect(back({ sql, file, signal: ending.signal, onTable })).rejects.toThrow(/abort/i)
    expect(await readdir(folder)).toEqual([])
    expect(await back({ sql, file })).toMatchObject({ format: 1 })
  })

  test('replaces no file, and says where it cannot be written', async ({ written, folder }) => {
    const file = path.join(folder, 'x.tar.zst')
    await writeFile(file, 'mine')
    await expect(back({ sql: written.sql, file })).rejects.toThrow('is there already')
    expect(await readFile(file, 'utf8')).toBe('mine')
    await expect(back({ sql: written.sql, file: path.join(file, 'in-a-file') })).rejects.toThrow(
      /EEXIST|ENOTDIR/,
    )
  })

  test('of which anything is missing or changed is refused', async ({ written, folder }) => {
    const file = path.join(folder, 'x.tar.zst')
    const manifest = await back({ sql: written.sql, file })
    const whole = await readFile(file)
    const damaged = path.join(folder, 'damaged')
    const judge = async (bytes: Buffer) => {
      await writeFile(damaged, bytes)
      return verifyBackup(damaged).catch((error: unknown) => error)
    }
    for (const share of [0, 0.001, 0.3, 0.6, 0.99])
      expect(await judge(whole.subarray(0, whole.length * share))).toBeInstanceOf(BackupRefusal)
    // The last bytes are padding and zstd's own checksum: without them nothing is lost.
    for (const cut of [1, 4, 12]) {
      const judged = await judge(whole.subarray(0, -cut))
      if (!(judged instanceof BackupRefusal)) expect(judged).toEqual(manifest)
    }
    for (const share of [0.01, 0.1, 0.5, 0.9]) {
      const flipped = Buffer.from(whole)
      const at = Math.floor(whole.length * share)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at)
      expect(await judge(flipped)).toBeInstanceOf(BackupRefusal)
    }
    await expect(verifyBackup(path.join(folder, 'none'))).rejects.toThrow('There is no file')
    await expect(verifyBackup(folder)).rejects.toThrow('cannot be read (EISDIR)')
  })
})

describe('a restore', () => {
  test('is refused where there are rows, and where an Oreline is at work', async ({
    written,
    folder,
    database,
    server,
  }) => {
    const file = path.join(folder, 'x.tar.zst')
    await back({ sql: written.sql, file })
    const target = await database(server.template)
    await target.sql`insert into seed_files (file, sha256, taken_at) values ('mine', '', now())`
    const before = await rowsOf(target)
    await expect(take(target, file)).rejects.toThrow('Add --replace')
    const other = await openTestStore(target.url)
    await expect(take(target, file, { replace: true })).rejects.toThrow('An Oreline runs on this store')
    await other.close()
    expect(await rowsOf(target)).toEqual(before)
    await take(target, file, { replace: true })
    expect(await rowsOf(target, { tables: ['seed_files', 'bars'] })).toEqual(
      await rowsOf(written, { tables: ['seed_files', 'bars'] }),
    )
  })

  test('that fails half-way leaves the store as it was', async ({ folder, database, server }) => {
    const source = await database(server.template)
    await source.sql`alter table bars drop constraint bars_instrument_id_instruments_id_fk`
    await source.sql`insert into bars (instrument_id, session_date, revision, close, status, basis, source, recorded_at)
      values (7, '2026-11-20', 1, 1, 'final', 'raw', 'yahoo', now())`
    const file = path.join(folder, 'x.tar.zst')
    await back({ sql: source.sql, file })
    const target = await database(server.template)
    await seedStore({ db: target.db, clock: () => monday, log: silentLog })
    const before = await rowsOf(target)
    await expect(take(target, file, { replace: true })).rejects.toThrow(/foreign key/)
    expect(await rowsOf(target)).toEqual(before)
    expect(await countMigrations(target)).toMatchObject({ missing: 0 })
  })

  test('of a newer version is refused', async ({ folder, database, server }) => {
    const source = await database(server.template)
    await source.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`
    const file = path.join(folder, 'x.tar.zst')
    await back({ sql: source.sql, file })
    await expect(take(await database(), file)).rejects.toThrow('written by a newer Oreline')
  })
})
