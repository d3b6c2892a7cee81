/** The life of the server process: start it, wait until it answers, stop it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { StartRefusal } from '../start-refusal.ts'
import type { Binaries } from './binaries.ts'
import { nullIfAbsent } from './error-code.ts'
import type { Place } from './place.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { findProcess } from './processes.ts'
import { neutralDirectory, programEnvironment, runProgram } from './program.ts'

const POLL_MS = 10
const SLOW_START_MS = 5_000
const FAST_SHUTDOWN_MS = 30_000
const LOG_FILE_BYTES = 4_000_000

/**
 * Starts `postgres` and waits until it accepts connections, however long recovery after a crash takes.
 * In a process group of its own, so that Ctrl-C in a terminal reaches Oreline alone, which then stops it in order;
 * and with its log in a file, so that it outlives a `kill -9` of Oreline.
 */
export async function startPostmaster(
  { bin }: Binaries,
  args: readonly string[],
  place: Place,
  log: Log,
): Promise<number> {
  const before = await turnLogFile(place.logFile)
  const output = await open(place.logFile, 'a', 0o644)
  // So that the same user, no longer helped by root, can go on with it.
  if (place.user !== null) await output.chown(place.user.uid, place.user.gid)
  const child = spawn(join(bin, 'postgres'), args, {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output.fd, output.fd],
    cwd: neutralDirectory(place.cluster),
    env: programEnvironment,
    ...(place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid }),
  })
  child.unref()
  await output.close()
  const problem = await untilReady(child, place.cluster, log)
  if (problem === null && child.pid !== undefined) {
    child.once('exit', (code, signal) => {
      if (code !== 0)
        log.error({ serverPid: child.pid, code, signal, logFile: place.logFile }, 'postgres.died')
    })
    return child.pid
  }
  const said = (await readFile(place.logFile, 'utf8')).slice(before).trim()
  throw new StartRefusal(`PostgreSQL did not start (${problem}): ${said === '' ? 'it said nothing' : said}`)
}

/**
 * Waits for a server that is starting or stopping: its port when it is ready (0 when it listens on no port), null when
 * it has gone.
 */
export async function settle(cluster: string, pid: number, log: Log): Promise<number | null> {
  const { port } = await poll(pid, log, async () => {
    const file = (await findProcess(pid)) === null ? null : await readPostmasterFile(cluster)
    if (file?.pid !== pid) return { port: null }
    return file.status === 'ready' ? { port: file.port ?? 0 } : null
  })
  return port
}

/** Fast shutdown: sessions are ended, everything is written out. One that hangs is ended as by a crash, losing nothing. */
export async function stopPostmaster(pid: number, binaries: Binaries): Promise<void> {
  const birth = (await findProcess(pid))?.birth
  const isGone = async (ms: number): Promise<boolean> => {
    for (const end = performance.now() + ms; performance.now() < end; await sleep(POLL_MS)) {
      const now = await findProcess(pid)
      if (now === null || now.birth !== birth) return true
    }
    return false
  }
  await signalPostmaster(pid, 'INT', binaries)
  if (await isGone(FAST_SHUTDOWN_MS)) return
  await signalPostmaster(pid, 'QUIT', binaries)
  if (await isGone(SLOW_START_MS)) return
  throw new Error(`PostgreSQL, process ${pid}, does not stop`)
}

async function signalPostmaster(pid: number, signal: 'INT' | 'QUIT', { bin }: Binaries): Promise<void> {
  // Windows has no signals; PostgreSQL brings its own, and pg_ctl speaks them.
  if (process.platform === 'win32') await runProgram(join(bin, 'pg_ctl'), ['kill', signal, `${pid}`], null)
  else if ((await findProcess(pid)) !== null) process.kill(pid, `SIG${signal}`)
}

/** Null once the server is ready, or why it ended before that. */
async function untilReady(child: ChildProcess, cluster: string, log: Log): Promise<string | null> {
  const end: { why: string | null } = { why: null }
  child.once('error', (error) => (end.why = error.message))
  child.once('exit', (code, signal) => (end.why = signal ?? `exit code ${code}`))
  const { problem } = await poll(child.pid, log, async () => {
    if (end.why !== null) return { problem: end.why }
    const file = await readPostmasterFile(cluster)
    return file !== null && file.pid === child.pid && file.status === 'ready' ? { problem: null } : null
  })
  return problem
}

/** Looks again and again until there is an answer, and says every few seconds that it still waits. */
async function poll<T>(serverPid: number | undefined, log: Log, look: () => Promise<T | null>): Promise<T> {
  for (let nextWord = performance.now() + SLOW_START_MS; ; await sleep(POLL_MS)) {
    const answer = await look()
    if (answer !== null) return answer
    if (performance.now() < nextWord) continue
    log.info({ serverPid }, 'postgres.not-ready-yet')
    nextWord += SLOW_START_MS
  }
}

/** Begins a new log file when the last has grown large, keeping one old. The size it starts with. */
async function turnLogFile(logFile: string): Promise<number> {
  const size = (await stat(logFile).catch(nullIfAbsent))?.size ?? 0
  if (size <= LOG_FILE_BYTES) return size
  await rename(logFile, `${logFile}.1`)
  return 0
}
