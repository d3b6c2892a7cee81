import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countMigrations, migrateStore } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { openReadyStore, type ReadyStoreOptions } from '@oreline/server/db/ready-store.ts'
import { isSeeded, seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { systemClock } from '../../support/clock.ts'
import { createDatabase, openTestStore, silentLog } from '../../support/database.ts'
import { test as base } from '../../support/test.ts'

const quiet = { log: silentLog, clock: systemClock }

/** `open` opens the ready store in a database of the test's own, empty at first. */
const test = base.extend('open', async ({ server }, { onCleanup }) => {
  const { url, drop } = await createDatabase(server.url)
  const dataDir = join(tmpdir(), `oreline-ready-${randomUUID()}`)
  const opened: Store[] = []
  onCleanup(async () => {
    for (const { close } of opened) await close()
    await drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  return async (options: Partial<ReadyStoreOptions> = {}) => {
    const store = await openReadyStore({
      databaseUrl: url,
      dataDir,
      maxConnections: 3,
      patienceMs: 300,
      ...quiet,
      ...options,
    })
    opened.push(store)
    return store
  }
})

/** The migrations of the next Oreline: one more than this one's. */
async function newerMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oreline-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(fileURLToPath(new URL('../../../migrations', import.meta.url)), folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal: { entries: object[] } = JSON.parse(await readFile(path, 'utf8'))
  journal.entries.push({ idx: 99, version: '7', when: 4_102_444_800_000, tag: 'later', breakpoints: true })
  await writeFile(path, JSON.stringify(journal))
  await writeFile(join(folder, 'later.sql'), 'create table later (n integer)')
  return folder
}

describe('a ready store', () => {
  test.for([false, true])(
    'of an empty database has tables and data, beside: %s',
    async (beside, { open }) => {
      const store = await open({ beside })
      expect(await countMigrations(store)).toMatchObject({ missing: 0 })
      expect(await isSeeded(store.db)).toBe(true)
    },
  )

  test('in a private directory is shared with a command, which leaves it running', async () => {
    const dataDir = join(tmpdir(), `oreline-ready-${randomUUID()}`)
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
    const options = { databaseUrl: undefined, dataDir, ...quiet }
    const serving = await openReadyStore(options)
    onTestFinished(serving.close)
    expect(serving.engine).toMatchObject({ private: true, own: true })
    await expect(openReadyStore(options)).rejects.toThrow(`process ${process.pid}`)

    const command = await openReadyStore({ ...options, beside: true })
    expect(command.engine).toMatchObject({ private: true, own: false, dataDir: serving.engine.dataDir })
    await command.close()
    expect(await isSeeded(serving.db)).toBe(true)
  })
})

describe('beside another Oreline', () => {
  test('an older store is refused and not migrated under its feet', async ({ open }) => {
    const { sql } = await open()
    const before = await countMigrations({ sql })
    const folder = await newerMigrations()
    await expect(open({ beside: true, folder })).rejects.toThrow('lacks 1 migration(s) of this one')
    expect(await countMigrations({ sql, folder })).toEqual({ applied: before.applied, missing: 1 })
    // To serve, it is brought up to date.
    await open({ folder })
    expect(await countMigrations({ sql, folder })).toEqual({ applied: before.applied + 1, missing: 0 })
  })

  test('a newer store is refused at once', async ({ open }) => {
    const { sql } = await open()
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`
    await expect(open({ beside: true, patienceMs: 60_000 })).rejects.toThrow('written by a newer Oreline')
  })

  test('a store whose data never come is refused', async ({ open }) => {
    const { sql } = await open()
    await sql`delete from seed_files`
    await expect(open({ beside: true })).rejects.toThrow('lacks the shipped data')
  })

  test('one that is just starting is waited for', async ({ server, open }) => {
    const { url, drop } = await createDatabase(server.url)
    onTestFinished(drop)
    const starting = await openTestStore(url)
    onTestFinished(starting.close)
    await migrateStore({ ...starting, log: silentLog })
    const joining = open({ databaseUrl: url, beside: true, patienceMs: 20_000 })
    await new Promise((resolve) => setTimeout(resolve, 250))
    await seedStore({ db: starting.db, ...quiet })
    const store = await joining
    expect(await isSeeded(store.db)).toBe(true)
  })
})
