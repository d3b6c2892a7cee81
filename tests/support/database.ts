/** The PostgreSQL the store suites run on: one server a run, a migrated template in it, a copy of that per worker. */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateStore } from '@oreline/server/db/migrate.ts'
import { openStore, type Store } from '@oreline/server/db/open.ts'
import type { Binaries } from '@oreline/server/db/private-postgres/binaries.ts'
import { createPool } from '@oreline/server/db/pool.ts'
import { startPrivatePostgres } from '@oreline/server/db/private-postgres/start.ts'
import { pino } from 'pino'
import type { Sql } from 'postgres'
import { systemClock } from './clock.ts'

/** Silent: what a test says is in its name. */
export const silentLog = pino({ level: 'silent' })

/** A server for tests: its address, and how to end it and leave nothing behind. */
export type TestServer = { readonly url: string; readonly stop: () => Promise<void> }

/** Starts Oreline's private PostgreSQL, or the one of other programs, on a directory of its own. */
export async function startTestServer(binaries?: Binaries): Promise<TestServer> {
  // Not mkdtemp, whose mode 0700 would keep PostgreSQL's user out when the tests run as root.
  const dataDir = join(tmpdir(), `oreline-tests-${randomUUID()}`)
  const { url, stop } = await startPrivatePostgres({
    dataDir,
    log: silentLog,
    clock: systemClock,
    durable: false,
    ...(binaries === undefined ? {} : { binaries }),
  })
  return {
    url,
    stop: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Makes an empty database, or a copy of `template` under a name that begins with its, on the server of `serverUrl`; its address, and how to drop it. */
export async function createDatabase(
  serverUrl: string,
  template: string = 'template0',
): Promise<{ readonly url: string; readonly name: string; readonly drop: () => Promise<void> }> {
  const id = randomUUID().replaceAll('-', '')
  const name = template === 'template0' ? `oreline_test_${id}` : `${template}_${id.slice(0, 8)}`
  await onServer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const drop = () => onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
  return { url: url.href, name, drop }
}

/** Opens the store in a database of a test server. */
export const openTestStore = (databaseUrl: string): Promise<Store> =>
  openStore({ databaseUrl, dataDir: '', log: silentLog, clock: systemClock, maxConnections: 5 })

/** Makes the template: a database with Oreline's tables and no rows. Dropping it drops its copies too. */
export async function createTemplate(
  serverUrl: string,
): Promise<{ name: string; drop: () => Promise<void> }> {
  const template = await createDatabase(serverUrl)
  const store = await openTestStore(template.url)
  try {
    await migrateStore({ ...store, log: silentLog })
  } finally {
    await store.close()
  }
  return { name: template.name, drop: () => dropFamily(serverUrl, template.name) }
}

/** The workers do not drop their copies: vitest ends them while this runs, and one that waits for its server hangs. */
async function dropFamily(serverUrl: string, template: string): Promise<void> {
  await onServer(serverUrl, async (sql) => {
    const family = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${template})`
    for (const { name } of family) await sql`drop database if exists ${sql(name)} with (force)`
  })
}

/**
 * Empties every table of Oreline's and restarts its counters; the queue's schema goes altogether. Fails after 5 seconds
 * when the test has left something running that holds a table.
 */
export async function emptyTables(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '5s'`
    await tx`set local client_min_messages = warning`
    await tx`drop schema if exists pgboss cascade`
    const tables = await tx<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`
    if (tables.length === 0) return
    await tx.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`)
  })
}

/** Runs queries on the server itself and disconnects. */
export async function onServer(serverUrl: string, run: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = createPool(serverUrl, { max: 1, log: silentLog })
  try {
    await run(sql)
  } finally {
    await sql.end()
  }
}
