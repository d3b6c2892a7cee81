/** Takes a backup back into a store, all of it or nothing. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MigrationMeta } from 'drizzle-orm/migrator'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { TransactionSql } from 'postgres'
import { applyMigrations, readMigrations, shippedMigrations } from '../migrate.ts'
import type { Store } from '../open.ts'
import { readArchive } from './archive.ts'
import { BackupRefusal } from './backup-refusal.ts'
import type { Manifest, TableEntry } from './manifest.ts'
import { haveRows, knownTables, listTables } from './tables.ts'
import { pieceOf } from './verify-backup.ts'

export type RestoreOptions = {
  /** Open, as it is: an empty database will do. */
  readonly store: Pick<Store, 'sql' | 'engine'>
  readonly file: string
  /** What `verifyBackup` found in the file. */
  readonly manifest: Manifest
  /** Whether rows that are there may go. */
  readonly replace: boolean
  readonly clock: Clock
  /** Where the migrations are; those shipped with Oreline unless given. */
  readonly folder?: string
  readonly signal?: AbortSignal
  readonly onTable?: (table: TableEntry) => void
}

/** Long enough for a reader to finish; whoever holds a table longer is at work on the store. */
const LOCK_TIMEOUT = '10s'

/**
 * Restores within one transaction: the tables as the backup's own migrations make them, its rows, its counters, then the
 * migrations that came later. Whatever fails, the store is as it was. Throws a `BackupRefusal` for a backup that is newer
 * than this program, a store in use, and one that has rows unless they may be replaced.
 *
 * Rows are exactly those of the backup, but for runs that were under way: nobody will finish them, so they are ended,
 * and their jobs are due again. The queue is left empty for the same reason.
 */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  const { store, manifest, replace, clock, folder = shippedMigrations } = options
  const { former, later } = splitMigrations(readMigrations(folder), manifest)
  const known = await knownTables(folder)
  const strange = manifest.tables.find(({ name }) => !known.has(name))
  if (strange !== undefined) throw newer(`a table ${strange.name}`)
  await store.sql.begin(async (tx) => {
    await tx`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true), set_config('statement_timeout', '0', true),
      set_config('search_path', 'public', true)`
    await refuseInUse(tx, store)
    await emptyStore(tx, known, replace)
    await applyMigrations(tx, former)
    await load(tx, options)
    for (const { name, identity } of manifest.tables)
      if (identity !== null)
        await tx`select setval(pg_get_serial_sequence(${`public.${name}`}, ${identity.column}), ${identity.last},
          ${identity.used})`
    await applyMigrations(tx, later)
    await tx`
      update job_runs set outcome = 'failed', finished_at = ${clock()}, error = 'the store was restored from a backup'
      where finished_at is null`
  })
  // The planner would take the tables for empty.
  await store.sql`analyze`
}

const newer = (what: string): BackupRefusal =>
  new BackupRefusal(`The backup was written by a newer Oreline: it has ${what} that this one does not know.`)

function splitMigrations(
  shipped: readonly MigrationMeta[],
  { migrations }: Manifest,
): { readonly former: readonly MigrationMeta[]; readonly later: readonly MigrationMeta[] } {
  const had = new Set(migrations.map(({ created_at: createdAt }) => createdAt))
  const unknown = [...had].filter((millis) => !shipped.some(({ folderMillis }) => folderMillis === millis))
  if (unknown.length > 0) throw newer(`${unknown.length} migration(s)`)
  const former = shipped.filter(({ folderMillis }) => had.has(folderMillis))
  return { former, later: shipped.filter(({ folderMillis }) => !had.has(folderMillis)) }
}

/** A process that runs on the store holds what it has read, and would go on from rows that are gone. */
async function refuseInUse(tx: TransactionSql, { engine }: RestoreOptions['store']): Promise<void> {
  const [others] = await tx<[{ count: number }]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = 'oreline' and pid <> pg_backend_pid()`
  if (others.count === 0 && (engine.own || !engine.private)) return
  throw new BackupRefusal('An Oreline runs on this store. Stop it, and give the command again.')
}

async function emptyStore(tx: TransactionSql, known: ReadonlySet<string>, replace: boolean): Promise<void> {
  const tables = await listTables(tx, known)
  if (!replace && (await haveRows(tx, tables)))
    throw new BackupRefusal(
      'The store has rows (a start alone writes some). Add --replace to have them replaced by the backup, ' +
        'or set ORELINE_DATA_DIR or DATABASE_URL to a store that is empty.',
    )
  await tx`set local client_min_messages = warning`
  await tx`drop schema if exists pgboss cascade`
  await tx`drop table if exists drizzle.__drizzle_migrations`
  // All at once and not `cascade`: what others have built on them, a view for one, is not Oreline's to drop.
  if (tables.length > 0) await tx`drop table ${tx(tables.map(({ name }) => name))}`
}

/** Its entries stand in the order of the manifest; a table without rows has none. */
async function load(tx: TransactionSql, { file, manifest, signal, onTable }: RestoreOptions): Promise<void> {
  const entries = readArchive(file, signal)
  try {
    let next = await nextPiece(entries)
    for (const table of manifest.tables) {
      const pieces = async function* (): AsyncGenerator<Buffer> {
        for (; next?.table === table.name; next = await nextPiece(entries)) yield next.body
      }
      if (table.rows > 0) {
        const sink = await tx`copy ${tx(table.name)} (${tx(table.columns)}) from stdin`.writable()
        await pipeline(Readable.from(pieces()), sink)
        const [held] = await tx<[{ rows: number }]>`select count(*) as rows from ${tx(table.name)}`
        if (held.rows !== table.rows)
          throw new BackupRefusal(`${file} changed while it was read: ${table.name} is not whole.`)
      }
      onTable?.(table)
    }
  } finally {
    await entries.return(undefined)
  }
}

async function nextPiece(
  entries: ReturnType<typeof readArchive>,
): Promise<{ readonly table: string; readonly body: Buffer } | null> {
  const { value, done } = await entries.next()
  if (done === true) return null
  const piece = pieceOf(value.name)
  return piece === null ? null : { table: piece.table, body: value.body }
}
