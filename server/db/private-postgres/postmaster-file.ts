/** `postmaster.pid`, which a running PostgreSQL keeps in its data directory (src/include/utils/pidfile.h). */
import { readFile, rm, writeFile, chown } from 'node:fs/promises'
import { join } from 'node:path'
import { nullIfAbsent } from './error-code.ts'
import type { OsUser } from './program.ts'

/** What the file says. `socketDir` null: no socket. `status` is `unknown` while the server has not come to write it. */
export type PostmasterFile = {
  readonly pid: number
  readonly port: number | null
  readonly socketDir: string | null
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown'
}

const fileOf = (cluster: string): string => join(cluster, 'postmaster.pid')

/** Reads it; null when there is none, or one without an id in it. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await readFile(fileOf(cluster), 'utf8').catch(nullIfAbsent)
  return text === null ? null : parsePostmasterFile(text)
}

/** Lines: id, data directory, start, port, socket directory, listen address, shared memory, status. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const whole = text.split(/\r?\n/)
  const lines = whole.map((line) => line.trim())
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  const port = Number.parseInt(lines[3] ?? '', 10)
  const socketDir = whole[4] ?? ''
  return {
    pid,
    port: Number.isSafeInteger(port) ? port : null,
    socketDir: socketDir === '' ? null : socketDir,
    status: statusOf(lines[7]),
  }
}

/**
 * Puts our own id into the file of a dead server. PostgreSQL would take whatever has that id now, a stranger or a dead
 * process that nobody has reaped, for a server of the same data and refuse to start; its parent's id it knows to be
 * none. The other lines stay: by the shared memory named there it finds out whether part of the dead server still lives.
 */
export async function disownPostmasterFile(cluster: string, user: OsUser | null): Promise<void> {
  const path = fileOf(cluster)
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n')
  await rm(path)
  await writeFile(path, [`${process.pid}`, ...rest].join('\n'), { flag: 'wx', mode: 0o600 })
  if (user !== null) await chown(path, user.uid, user.gid)
}

const statusOf = (line: string | undefined): PostmasterFile['status'] =>
  line === 'ready' || line === 'starting' || line === 'stopping' ? line : 'unknown'
