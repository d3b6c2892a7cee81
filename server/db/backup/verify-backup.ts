/** Holds a backup against its own manifest, every byte of it, before anything is done with it. */
import { createHash, type Hash } from 'node:crypto'
import { readArchive } from './archive.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { rowsIn } from './copy-text.ts'
import { MANIFEST, manifestSchema, type Manifest } from './manifest.ts'

type Read = { hash: Hash; rows: number; bytes: number; pieces: number }

/** Reads the whole file and gives its manifest. Throws a `BackupRefusal` that says what is wrong with it. */
export async function verifyBackup(file: string, signal?: AbortSignal): Promise<Manifest> {
  const read = new Map<string, Read>()
  let manifest: Manifest | null = null
  try {
    for await (const { name, body } of readArchive(file, signal)) {
      if (manifest !== null) throw new BackupRefusal(`${file} is damaged: there is ${name} after its end.`)
      if (name === MANIFEST) manifest = parseManifest(file, body)
      else take(file, read, name, body)
    }
  } catch (error) {
    throw refusalOf(file, error, signal)
  }
  if (manifest === null)
    throw new BackupRefusal(`${file} is damaged: its end is missing. Take another copy of it.`)
  compare(file, manifest, read)
  return manifest
}

/** The table an entry is a piece of, and which; null: it is none. */
export function pieceOf(name: string): { readonly table: string; readonly place: number } | null {
  const [, table, place] = /^([a-z0-9_]+)\/(\d{6,})\.copy$/.exec(name) ?? []
  return table === undefined || place === undefined ? null : { table, place: Number(place) }
}

function take(file: string, read: Map<string, Read>, name: string, body: Buffer): void {
  const piece = pieceOf(name)
  if (piece === null) throw new BackupRefusal(`${file} is no backup of Oreline: it holds ${name}.`)
  const table = read.get(piece.table) ?? { hash: createHash('sha256'), rows: 0, bytes: 0, pieces: 0 }
  if (piece.place !== table.pieces + 1)
    throw new BackupRefusal(`${file} is damaged: piece ${table.pieces + 1} of ${piece.table} is missing.`)
  table.hash.update(body)
  table.bytes += body.length
  table.pieces += 1
  table.rows += rowsIn(body)
  read.set(piece.table, table)
}

function parseManifest(file: string, body: Buffer): Manifest {
  const raw = readJson(body)
  if (typeof raw === 'object' && raw !== null && 'format' in raw && raw.format !== 1)
    throw new BackupRefusal(`${file} was written by a newer Oreline. Restore it with that one, or a later.`)
  const parsed = manifestSchema.safeParse(raw)
  if (!parsed.success)
    throw new BackupRefusal(`${file} is no backup of Oreline: its manifest does not say what it should.`)
  return parsed.data
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

function compare(file: string, { tables }: Manifest, read: ReadonlyMap<string, Read>): void {
  const names = new Set(tables.map(({ name }) => name))
  const stray = [...read.keys()].find((name) => !names.has(name))
  if (stray !== undefined)
    throw new BackupRefusal(`${file} is damaged: ${stray} does not stand in its manifest.`)
  for (const { name, rows, bytes, sha256 } of tables) {
    const found = read.get(name) ?? { hash: createHash('sha256'), rows: 0, bytes: 0 }
    if (found.rows !== rows || found.bytes !== bytes || found.hash.digest('hex') !== sha256)
      throw new BackupRefusal(`${file} is damaged: ${name} is not what was written. Take another copy of it.`)
  }
}

function refusalOf(file: string, error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof BackupRefusal || signal?.aborted === true) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new BackupRefusal(`There is no file ${file}.`, { cause: error })
  if (code === 'EISDIR' || code === 'EACCES')
    return new BackupRefusal(`${file} cannot be read (${code}).`, { cause: error })
  const why = error instanceof Error ? error.message : String(error)
  return new BackupRefusal(`${file} is no backup of Oreline, or a damaged one: ${why}.`, { cause: error })
}
