/**
 * Brings the shipped data into the store. Re-seeding changes nothing that an operator or a provider has written since;
 * a newer seed updates what nobody touched and lists the rest in `seed_conflicts`. Rows a newer seed leaves out stay.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { sql } from 'drizzle-orm'
import type { Db, Executor } from '../client.ts'
import type { Log } from '../log.ts'
import { seedFiles } from '../schema/seed-files.ts'
import { seedActions } from './seed-actions.ts'
import { seedBars } from './seed-bars.ts'
import { endWholeChain } from '../chain-records.ts'
import {
  calendarDocuments,
  chainDocuments,
  claimDocuments,
  eventDocuments,
  instrumentDocuments,
} from './seed-documents.ts'
import { seedReference } from './seed-reference.ts'
import type { Seeded } from './seeded.ts'

const SHIPPED = fileURLToPath(new URL('../../../migrations/seed', import.meta.url))
/** Another number than the migrations' lock, so that both can be held by one start. */
const LOCK = 0x73656564

/** One shipped file: its name below `migrations/seed` with forward slashes, and its text. */
type SeedFile = { readonly name: string; readonly text: string; readonly sha256: string }

export type SeedOptions = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  /** Where the seed is; the one shipped with Oreline unless given. */
  readonly folder?: string
}

/**
 * Takes in the files whose content this store has not seen, all in one transaction; processes starting together wait
 * for the first. Throws, changing nothing, when a file does not fit its schema: that is a bug in the seed.
 */
export async function seedStore({ db, clock, log, folder = SHIPPED }: SeedOptions): Promise<void> {
  const files = await readSeed(folder)
  if ((await newFiles(db, files)).length === 0) return
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const fresh = await newFiles(tx, files)
    if (fresh.length === 0) return
    const at = clock()
    const written = await takeIn(tx, files, new Set(fresh.map(({ name }) => name)), at)
    for (const { name, sha256 } of fresh)
      await tx
        .insert(seedFiles)
        .values({ file: name, sha256, takenAt: at })
        .onConflictDoUpdate({ target: seedFiles.file, set: { sha256, takenAt: at } })
    log.info({ files: fresh.length, rows: written.rows, conflicts: written.conflicts }, 'store.seeded')
  })
}

/** Whether any seed was ever taken in; one is taken in whole. */
export async function isSeeded(db: Db): Promise<boolean> {
  return (await db.select().from(seedFiles).limit(1)).length > 0
}

async function takeIn(
  tx: Executor,
  files: readonly SeedFile[],
  fresh: ReadonlySet<string>,
  at: ReturnType<Clock>,
): Promise<Seeded> {
  const textOf = (name: string) => {
    const file = files.find((candidate) => candidate.name === name)
    if (file === undefined) throw new Error(`the seed has no file ${name}`)
    return file.text
  }
  const done: Seeded[] = []
  // Instruments first: bars and actions refer to them.
  for (const [name, kind, documents] of [
    ['instruments.json', 'instrument', instrumentDocuments],
    ['calendars.json', 'calendar', calendarDocuments],
    ['policy-events.json', 'policy-event', eventDocuments],
    ['policy-claims.json', 'policy-claim', claimDocuments],
    ['chain.json', 'chain', chainDocuments],
  ] as const)
    if (fresh.has(name)) done.push(await seedReference(tx, { kind, documents: documents(textOf(name)), at }))
  if (fresh.has('chain.json')) await endWholeChain(tx, at)
  for (const { name, text } of files)
    if (/^history\/.+\.csv$/.test(name) && name !== 'history/actions.csv' && fresh.has(name))
      done.push(await seedBars(tx, { name, text, series: textOf('history/series.json'), at }))
  if (fresh.has('history/actions.csv'))
    done.push(await seedActions(tx, { text: textOf('history/actions.csv'), at }))
  return {
    rows: done.reduce((sum, { rows }) => sum + rows, 0),
    conflicts: done.reduce((sum, { conflicts }) => sum + conflicts, 0),
  }
}

async function readSeed(folder: string): Promise<readonly SeedFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(json|csv)$/.test(name))
  return Promise.all(
    names.toSorted().map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      return { name: name.replaceAll(path.sep, '/'), text, sha256 }
    }),
  )
}

async function newFiles(db: Executor, files: readonly SeedFile[]): Promise<readonly SeedFile[]> {
  const taken = await db.select().from(seedFiles)
  return files.filter(
    (file) => !taken.some(({ file: name, sha256 }) => name === file.name && sha256 === file.sha256),
  )
}
