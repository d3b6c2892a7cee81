/**
 * One Oreline per data directory. The lock names the process and its birth: after a kill -9 or a power cut the id may
 * belong to somebody else, and such a lock is taken over. Only the processes of this machine are seen.
 */
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import * as z from 'zod'
import { StartRefusal } from '../start-refusal.ts'
import { hasCode, nullIfAbsent } from './error-code.ts'
import { findProcess } from './processes.ts'

/** `birth` as in `LiveProcess`; `since` is when the lock was taken, for the reader. */
const holderSchema = z.object({ pid: z.int().positive(), birth: z.string().nullable(), since: z.string() })
type Holder = z.infer<typeof holderSchema>

/** A lock held; `release` gives it up, and leaves a lock alone that is no longer ours. */
export type Lock = { readonly release: () => Promise<void> }

/** A living process holds the lock of `dataDir`, a real path. */
export class DirectoryInUse extends StartRefusal {
  readonly dataDir: string
  readonly pid: number

  constructor(dataDir: string, { pid, since }: Holder) {
    super(
      `Another Oreline, process ${pid}, has used ${dataDir} since ${since}. ` +
        `Stop it, or wait where it is a backfill, or set ORELINE_DATA_DIR to another directory. ` +
        `(If process ${pid} is something else, delete ${lockOf(dataDir)}.)`,
    )
    this.name = 'DirectoryInUse'
    this.dataDir = dataDir
    this.pid = pid
  }
}

const TAKEOVERS = 20

const lockOf = (dataDir: string): string => join(dataDir, 'oreline.lock')

/** The living process that holds the lock of `dataDir`; null: none does. */
export async function findHolder(dataDir: string): Promise<Holder | null> {
  const held = await readFile(lockOf(dataDir), 'utf8').catch(nullIfAbsent)
  return held === null ? null : livingHolder(held)
}

/** Takes the lock of `dataDir`; throws a `DirectoryInUse` that names the process which holds it. */
export async function acquireLock(dataDir: string, clock: Clock): Promise<Lock> {
  const path = lockOf(dataDir)
  const self = await findProcess(process.pid)
  const ours = `${JSON.stringify({ pid: process.pid, birth: self?.birth ?? null, since: clock() })}\n`
  for (let attempt = 0; attempt < TAKEOVERS; attempt += 1) {
    if (await create(path, ours)) return { release: () => release(path, ours) }
    const held = await readFile(path, 'utf8').catch(nullIfAbsent)
    if (held === null) continue
    const holder = await livingHolder(held)
    if (holder !== null) throw new DirectoryInUse(dataDir, holder)
    await removeStale(path, held)
  }
  throw new StartRefusal(`The lock ${path} changes hands too fast to be taken. Start Oreline again.`)
}

/** Written elsewhere and linked into place: the lock appears with its content, or not at all. */
async function create(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, content, { mode: 0o644 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await unlink(draft)
  }
}

async function livingHolder(held: string): Promise<Holder | null> {
  const holder = parseHolder(held)
  // Unreadable: torn by a power cut, since a living holder's lock is always whole.
  if (holder === null) return null
  const running = await findProcess(holder.pid)
  if (running === null) return null
  const isAnother = running.birth !== null && holder.birth !== null && running.birth !== holder.birth
  return isAnother ? null : holder
}

/** Two processes may find the same stale lock: what was moved away is looked at again, and put back when it is fresh. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  const moved = await rename(path, aside).then(() => true, nullIfAbsent)
  if (moved === null) return
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path).catch(alreadyThere)
  await unlink(aside)
}

async function release(path: string, ours: string): Promise<void> {
  const held = await readFile(path, 'utf8').catch(nullIfAbsent)
  if (held === ours) await unlink(path)
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function alreadyThere(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error
}
