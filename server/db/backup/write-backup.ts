/** Writes a backup: every table of Oreline's as it stood at one moment, whatever is written meanwhile. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Sql, TransactionSql } from 'postgres'
import server from '../../package.json' with { type: 'json' }
import { readApplied, shippedMigrations } from '../migrate.ts'
import { writeArchive, type ArchiveWriter } from './archive.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { rowsIn } from './copy-text.ts'
import { MANIFEST, type Manifest, type TableEntry } from './manifest.ts'
import { knownTables, listTables, type StoredTable } from './tables.ts'

/** Text is collected to pieces of about this size; a single row may be larger. */
const PIECE_BYTES = 1_048_576

export type WriteBackupOptions = {
  /** Needs two connections when it fails: the second tells the server to stop sending. */
  readonly sql: Sql
  /** Where to; must not be there yet. Its directory is made. */
  readonly file: string
  readonly clock: Clock
  /** Where the migrations are; those shipped with Oreline unless given. */
  readonly folder?: string
  readonly signal?: AbortSignal
  readonly onBegin?: (tables: number) => void
  readonly onTable?: (table: TableEntry) => void
}

/**
 * Writes the file and gives what stands in it. It has its name only when all of it is on the disk; until then it is
 * called `….part`, and one that fails is removed. pg-boss's queue is left out: what is due is due again after a restore.
 */
export async function writeBackup(options: WriteBackupOptions): Promise<Manifest> {
  const { file, clock, signal } = options
  if (await isThere(file)) throw new BackupRefusal(`${file} is there already; a backup replaces no file.`)
  const part = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  try {
    // `flush`: on the disk before it is closed, and the archive ends with that.
    const sink = createWriteStream(part, { mode: 0o600, flush: true })
    await once(sink, 'open')
    const archive = writeArchive(sink, new Date(clock()), signal)
    const manifest = await copyAll(options, archive).catch(async (error: unknown) => {
      await archive.abandon()
      throw error
    })
    await archive.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    await archive.end()
    await rename(part, file)
    await syncDirectory(path.dirname(file))
    return manifest
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function copyAll(
  { sql, clock, folder = shippedMigrations, onBegin, onTable }: WriteBackupOptions,
  archive: ArchiveWriter,
): Promise<Manifest> {
  const known = await knownTables(folder)
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await writePlainly(tx)
    const createdAt = clock()
    const migrations = await readApplied(tx)
    if (migrations.length === 0) throw new BackupRefusal('The store is empty: there is nothing to back up.')
    const [here] = await tx<[{ version: string; pid: number }]>`
      select split_part(current_setting('server_version'), ' ', 1) as version, pg_backend_pid() as pid`
    const stop = async () => void (await sql`select pg_cancel_backend(${here.pid}::int)`)
    const tables = await listTables(tx, known)
    onBegin?.(tables.length)
    const entries: TableEntry[] = []
    for (const table of tables) {
      const entry = await copyTable(tx, table, archive, stop)
      entries.push(entry)
      onTable?.(entry)
    }
    return {
      format: 1,
      oreline: server.version,
      created_at: createdAt,
      server: here.version,
      migrations: migrations.map(({ createdAt: created_at, hash }) => ({ created_at, hash })),
      tables: entries,
    } as const
  })
}

/** The same text on every server, whatever its own settings: exact numbers, UTC, days as ISO. */
async function writePlainly(tx: TransactionSql): Promise<void> {
  await tx`
    select set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
      set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
      set_config('statement_timeout', '0', true), set_config('search_path', 'public', true)`
}

async function copyTable(
  tx: TransactionSql,
  { name, columns, identity }: StoredTable,
  archive: ArchiveWriter,
  stop: () => Promise<void>,
): Promise<TableEntry> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  let piece: Buffer[] = []
  let pieceBytes = 0
  let pieces = 0
  const flush = async (): Promise<void> => {
    if (pieceBytes === 0) return
    const body = Buffer.concat(piece, pieceBytes)
    piece = []
    pieceBytes = 0
    pieces += 1
    hash.update(body)
    bytes += body.length
    await archive.add(`${name}/${String(pieces).padStart(6, '0')}.copy`, body)
  }
  const source = await tx`copy ${tx(name)} (${tx([...columns])}) to stdout`.readable()
  await drain(source, stop, async (chunk) => {
    rows += rowsIn(chunk)
    piece.push(chunk)
    pieceBytes += chunk.length
    if (pieceBytes >= PIECE_BYTES) await flush()
  })
  await flush()
  const counter = identity === null ? null : await counterOf(tx, name, identity)
  return { name, columns: [...columns], rows, bytes, sha256: hash.digest('hex'), identity: counter }
}

/**
 * Takes everything the server sends. It is never left in the middle, for then the connection would wait for ever: after
 * a failure the server is told to stop, and what still comes is passed over.
 */
async function drain(
  source: Readable,
  stop: () => Promise<void>,
  take: (chunk: Buffer) => Promise<void>,
): Promise<void> {
  let failed: { readonly error: unknown } | null = null
  try {
    for await (const chunk of source) {
      if (failed !== null || !Buffer.isBuffer(chunk)) continue
      await take(chunk).catch(async (error: unknown) => {
        failed = { error }
        await stop()
      })
    }
  } catch (error) {
    failed ??= { error }
  }
  rethrow(failed)
}

function rethrow(failed: { readonly error: unknown } | null): void {
  if (failed !== null) throw failed.error
}

/** Read after the rows: counters belong to no snapshot, and only a later value is beyond every row. */
async function counterOf(
  tx: TransactionSql,
  table: string,
  column: string,
): Promise<NonNullable<TableEntry['identity']>> {
  const [row] = await tx<[{ sequence: string }]>`
    select pg_get_serial_sequence(format('public.%I', ${table}::text), ${column}) as sequence`
  const [counter] = await tx<[{ last: number; used: boolean }]>`
    select last_value as last, is_called as used from ${tx.unsafe(row.sequence)}`
  return { column, ...counter }
}

const isThere = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** The new name survives a power cut only once the directory is written; Windows opens none, and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
