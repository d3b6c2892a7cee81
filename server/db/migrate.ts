/** Brings the store's tables up to this program: drizzle's migrations, applied once however many processes start. */
import { fileURLToPath } from 'node:url'
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { Sql, TransactionSql } from 'postgres'
import type { Db } from './client.ts'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

/** Where the migrations shipped with this program are. */
export const shippedMigrations = fileURLToPath(new URL('../../migrations', import.meta.url))
/** A number of Oreline's own: `orel` in ASCII. */
const LOCK = 0x6f72656c

export type MigrateOptions = {
  /** Needs two connections at once: one holds the lock. */
  readonly sql: Sql
  readonly db: Db
  readonly log: Log
  /** Where the migrations are; those shipped with Oreline unless given. */
  readonly folder?: string
  /**
   * Done before the tables of a store that has some are changed, by one process alone while the others wait; where it
   * throws nothing is changed.
   */
  readonly before?: () => Promise<void>
}

/**
 * Applies what is missing, in one transaction. Processes starting together wait for the first. Refuses a store that
 * has migrations this program does not know: a newer Oreline wrote it, and an older one would write it wrongly.
 */
export async function migrateStore(options: MigrateOptions): Promise<void> {
  const { sql, db, log, folder = shippedMigrations, before } = options
  const shipped = readShipped(folder)
  if (missingOf(shipped, await appliedIn(sql)).length === 0) return
  await sql.begin(async (holder) => {
    await holder`select pg_advisory_xact_lock(${LOCK})`
    const applied = await appliedIn(sql)
    const missing = missingOf(shipped, applied)
    if (missing.length === 0) return
    if (applied.size > 0) await before?.()
    await migrate(db, { migrationsFolder: folder })
    const left = missingOf(shipped, await appliedIn(sql))
    // drizzle goes by the newest applied one, and passes over an older one that came in by a merge.
    if (left.length > 0)
      throw new StartRefusal(`Migrations older than the newest applied one are missing: ${left.join(', ')}.`)
    log.info({ applied: missing.length }, 'store.migrated')
  })
}

/** How many migrations the store has and lacks. Refuses as `migrateStore` does, and changes nothing. */
export async function countMigrations({
  sql,
  folder = shippedMigrations,
}: Pick<MigrateOptions, 'sql' | 'folder'>): Promise<{ readonly applied: number; readonly missing: number }> {
  const applied = await appliedIn(sql)
  return { applied: applied.size, missing: missingOf(readShipped(folder), applied).length }
}

/** A migration by the millisecond it was generated, drizzle's own key for it. */
export type AppliedMigration = { readonly createdAt: number; readonly hash: string }

/** The migrations a store has, oldest first; none where it has no tables. */
export async function readApplied(sql: Sql | TransactionSql): Promise<readonly AppliedMigration[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (table?.['name'] === null) return []
  return sql<AppliedMigration[]>`
    select created_at as "createdAt", hash from drizzle.__drizzle_migrations order by created_at`
}

/** The migrations of a folder, oldest first. */
export const readMigrations = (folder: string = shippedMigrations): readonly MigrationMeta[] =>
  readMigrationFiles({ migrationsFolder: folder })

/** Applies migrations within a transaction, noting them as drizzle does, so that it goes on from there. */
export async function applyMigrations(
  tx: TransactionSql,
  migrations: readonly MigrationMeta[],
): Promise<void> {
  await tx`set local client_min_messages = warning`
  await tx`create schema if not exists drizzle`
  await tx`
    create table if not exists drizzle.__drizzle_migrations (
      id serial primary key, hash text not null, created_at bigint)`
  for (const { sql: statements, hash, folderMillis } of migrations) {
    for (const statement of statements) await tx.unsafe(statement)
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`
  }
}

const readShipped = (folder: string): readonly number[] =>
  readMigrations(folder).map(({ folderMillis }) => folderMillis)

function missingOf(shipped: readonly number[], applied: ReadonlySet<number>): readonly number[] {
  const unknown = [...applied].filter((millis) => !shipped.includes(millis))
  if (unknown.length > 0)
    throw new StartRefusal(
      `The store was written by a newer Oreline: it has ${unknown.length} migration(s) that this one does not know. ` +
        'Start the newer one, or set ORELINE_DATA_DIR or DATABASE_URL to another store.',
    )
  return shipped.filter((millis) => !applied.has(millis))
}

const appliedIn = async (sql: Sql): Promise<ReadonlySet<number>> =>
  new Set((await readApplied(sql)).map(({ createdAt }) => createdAt))
