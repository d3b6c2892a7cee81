/** Brings the store's tables up to this program: drizzle's migrations, applied once however many processes start. */
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { Sql } from 'postgres'
import type { Db } from './client.ts'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

const SHIPPED = fileURLToPath(new URL('../../migrations', import.meta.url))
/** A number of Oreline's own: `orel` in ASCII. */
const LOCK = 0x6f72656c

export type MigrateOptions = {
  /** Needs two connections at once: one holds the lock. */
  readonly sql: Sql
  readonly db: Db
  readonly log: Log
  /** Where the migrations are; those shipped with Oreline unless given. */
  readonly folder?: string
}

/**
 * Applies what is missing, in one transaction. Processes starting together wait for the first. Refuses a store that
 * has migrations this program does not know: a newer Oreline wrote it, and an older one would write it wrongly.
 */
export async function migrateStore({ sql, db, log, folder = SHIPPED }: MigrateOptions): Promise<void> {
  const shipped = readShipped(folder)
  if (missingOf(shipped, await readApplied(sql)).length === 0) return
  await sql.begin(async (holder) => {
    await holder`select pg_advisory_xact_lock(${LOCK})`
    const missing = missingOf(shipped, await readApplied(sql))
    if (missing.length === 0) return
    await migrate(db, { migrationsFolder: folder })
    const left = missingOf(shipped, await readApplied(sql))
    // drizzle goes by the newest applied one, and passes over an older one that came in by a merge.
    if (left.length > 0)
      throw new StartRefusal(`Migrations older than the newest applied one are missing: ${left.join(', ')}.`)
    log.info({ applied: missing.length }, 'store.migrated')
  })
}

/** How many migrations the store has and lacks. Refuses as `migrateStore` does, and changes nothing. */
export async function countMigrations({
  sql,
  folder = SHIPPED,
}: Pick<MigrateOptions, 'sql' | 'folder'>): Promise<{ readonly applied: number; readonly missing: number }> {
  const applied = await readApplied(sql)
  return { applied: applied.size, missing: missingOf(readShipped(folder), applied).length }
}

const readShipped = (folder: string): readonly number[] =>
  readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis)

function missingOf(shipped: readonly number[], applied: ReadonlySet<number>): readonly number[] {
  const unknown = [...applied].filter((millis) => !shipped.includes(millis))
  if (unknown.length > 0)
    throw new StartRefusal(
      `The store was written by a newer Oreline: it has ${unknown.length} migration(s) that this one does not know. ` +
        'Start the newer one, or set ORELINE_DATA_DIR or DATABASE_URL to another store.',
    )
  return shipped.filter((millis) => !applied.has(millis))
}

/** The migrations this store has, by the millisecond each was generated: drizzle's own key for them. */
async function readApplied(sql: Sql): Promise<ReadonlySet<number>> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (table?.['name'] === null) return new Set()
  const rows = await sql<{ created_at: number }[]>`select created_at from drizzle.__drizzle_migrations`
  return new Set(rows.map(({ created_at }) => created_at))
}
