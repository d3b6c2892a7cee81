/**
 * A server that an Oreline before us left behind: by a `kill -9` it runs on, by a power cut only its file is there.
 */
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../log.ts'
import type { Binaries } from './binaries.ts'
import { nullIfAbsent } from './error-code.ts'
import type { Place } from './place.ts'
import { settle, stopPostmaster } from './postmaster.ts'
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.ts'
import { findProcess, type LiveProcess } from './processes.ts'

/** A running server: its process, and the port it listens on (of a socket, the number in its name). */
export type Running = { readonly pid: number; readonly port: number }

/**
 * The server running on the data of `place`, or null when there is none and one may be started. One that was started
 * with other arguments than `argumentsFor` gives, or from other programs, is stopped first: it is of another Oreline.
 */
export async function findLeftOver(
  place: Place,
  binaries: Binaries,
  argumentsFor: (port: number) => readonly string[],
  log: Log,
): Promise<Running | null> {
  const file = await readPostmasterFile(place.cluster)
  if (file === null) return null
  const holder = await findProcess(file.pid)
  if (holder === null || !isServerOf(place.cluster, holder)) {
    log.info({ serverPid: file.pid }, 'postgres.stale-file')
    await disownPostmasterFile(place.cluster, place.user)
    return null
  }
  const port = await settle(place.cluster, file.pid, log)
  if (port === null) return null
  if (await wasStartedWith(place.cluster, join(binaries.bin, 'postgres'), argumentsFor(port)))
    return { pid: file.pid, port }
  log.info({ serverPid: file.pid }, 'postgres.replaced')
  await stopPostmaster(file.pid, binaries)
  return null
}

/**
 * Whether a process is the server on those data. Where the system does not tell a command line, PostgreSQL itself is
 * asked next, by connecting to it.
 */
export const isServerOf = (cluster: string, { command }: LiveProcess): boolean =>
  command === null || command.includes(` -D ${cluster} `)

/** `postmaster.opts` holds the command line, each argument in double quotes. */
async function wasStartedWith(cluster: string, program: string, args: readonly string[]): Promise<boolean> {
  const text = await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(nullIfAbsent)
  return text?.trim() === [await realpath(program), ...args.map((arg) => `"${arg}"`)].join(' ')
}
