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

/** A lock held; `release` gives it up, and leaves a lock alone that is no longer ours. */
export type Lock = { readonly release: () => Promise<void> }

const TAKEOVERS = 20

/** Takes the lock of `dataDir`, or refuses, naming the process that holds it. */
export async function acquireLock(dataDir: string, clock: Clock): Promise<Lock> {
  const path = join(dataDir, 'oreline.lock')
  const self = await findProcess(process.pid)
  const ours = `${JSON.stringify({ pid: process.pid, birth: self?.birth ?? null, since: clock() })}\n`
  for (let attempt = 0; attempt < TAKEOVERS; attempt += 1) {
    if (await create(path, ours)) return { release: () => release(path, ours) }
    const held = await readFile(path, 'utf8').catch(nullIfAbsent)
    if (held === null) continue
    await refuseWhileHeld(path, held, dataDir)
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

async function refuseWhileHeld(path: string, held: string, dataDir: string): Promise<void> {
  const holder = parseHolder(held)
  // Unreadable: torn by a power cut, since a living holder's lock is always whole.
  if (holder === null) return
  const running = await findProcess(holder.pid)
  if (running === null) return
  if (running.birth !== null && holder.birth !== null && running.birth !== holder.birth) return
  throw new StartRefusal(
    `Another Oreline, process ${holder.pid}, has used ${dataDir} since ${holder.since}. ` +
      `Stop it first, or set ORELINE_DATA_DIR to another directory. ` +
      `(If process ${holder.pid} is something else, delete ${path}.)`,
  )
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

function parseHolder(text: string): z.infer<typeof holderSchema> | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function alreadyThere(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error
}
