/**
 * Oreline's own PostgreSQL: set up at the first start, started with the process and stopped with it. One left behind
 * by a `kill -9` is adopted. Data never leave the machine: a socket in a directory of mode 0700, or loopback with a
 * generated password where the platform has no such sockets.
 */
import { constants } from 'node:fs'
import { access, mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Log } from '../log.ts'
import { StartRefusal } from '../start-refusal.ts'
import { type Binaries, findBinaries, usableBinaries } from './binaries.ts'
import { ensureCluster, readPassword } from './cluster.ts'
import { ensureDatabase } from './database.ts'
import { findLeftOver } from './left-over.ts'
import { acquireLock } from './lock.ts'
import { isRoot } from './os-user.ts'
import { choosePlace, makeSharedDir, prepareSocketDir } from './place.ts'
import { startPostmaster, stopPostmaster } from './postmaster.ts'
import { connectionUrl, type Listen, SERVER_DATABASE, serverArguments } from './settings.ts'

/** Root-owned, enterable by all: for programs and data that `nobody` cannot reach where they are. */
export const SHARED_HOME = '/var/lib/oreline-postgres'
/** Of a socket, the port is only part of its name. */
const SOCKET_PORT = 5432

export type PrivatePostgresOptions = {
  /** Holds the lock, and the data where PostgreSQL's user can reach it; made if absent. */
  readonly dataDir: string
  readonly log: Log
  readonly clock: Clock
  /** Other programs than those of the npm package. */
  readonly binaries?: Binaries
  /** false, for tests alone: never waits for the disk. */
  readonly durable?: boolean
  /** Where root keeps programs and data that `nobody` cannot reach elsewhere. */
  readonly sharedHome?: string
  /** Listen on loopback, as on Windows, instead of on a socket. */
  readonly loopback?: boolean
}

/**
 * A running server. `url` names the database `oreline` in it, which is there; `dataDir` is where the data really are.
 * `stop` ends the server and gives the directory free; calling it again waits for the same end.
 */
export type PrivatePostgres = {
  readonly url: string
  readonly pid: number
  readonly dataDir: string
  readonly stop: () => Promise<void>
}

/** Starts, or adopts, the server of `dataDir`. Throws a `StartRefusal` when a person has to do something first. */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const dataDir = await prepareDataDir(options.dataDir)
  const lock = await acquireLock(dataDir, options.clock)
  try {
    const server = await launch(dataDir, options)
    const stop = once(async () => {
      await server.stop()
      await lock.release()
    })
    return { ...server, stop }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function launch(dataDir: string, options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const { log, durable = true, sharedHome = SHARED_HOME, loopback = process.platform === 'win32' } = options
  const began = performance.now()
  const place = await choosePlace(dataDir, sharedHome)
  if (place.home !== dataDir) await prepareHomeAway(place.home, dataDir, sharedHome, log)
  const binaries = await usableBinaries(options.binaries ?? (await findBinaries()), place.user, sharedHome)
  const isNew = await ensureCluster(place, binaries, durable)
  const socketDir = loopback ? null : await prepareSocketDir(place, sharedHome)
  const listenOn = (port: number): Listen =>
    socketDir === null ? { kind: 'loopback', port } : { kind: 'socket', dir: socketDir }
  const argumentsFor = (port: number) => serverArguments(place.cluster, listenOn(port), durable)

  const leftOver = await findLeftOver(place, binaries, argumentsFor, log)
  if (leftOver === null && socketDir !== null) await emptyDir(socketDir)
  const port = leftOver?.port ?? (loopback ? await findFreePort() : SOCKET_PORT)
  const pid = leftOver?.pid ?? (await startPostmaster(binaries, argumentsFor(port), place, log))
  const stop = stopper(pid, binaries, socketDir, log)
  try {
    const password = loopback ? await readPassword(place) : null
    await ensureDatabase(connectionUrl(listenOn(port), password, 'postgres'), log)
    const ms = Math.round(performance.now() - began)
    log.info(
      { serverPid: pid, dataDir: place.cluster, isNew, adopted: leftOver !== null, ms },
      'postgres.started',
    )
    const url = connectionUrl(listenOn(port), password, SERVER_DATABASE)
    return { url, pid, dataDir: place.cluster, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function prepareDataDir(path: string): Promise<string> {
  try {
    // Root's PostgreSQL passes through as another user; anybody else's data are his own business.
    await mkdir(path, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    const dataDir = await realpath(path)
    await access(dataDir, constants.W_OK)
    return dataDir
  } catch (cause) {
    throw new StartRefusal(`Oreline cannot write to its data directory ${path} (ORELINE_DATA_DIR).`, {
      cause,
    })
  }
}

async function prepareHomeAway(home: string, dataDir: string, sharedHome: string, log: Log): Promise<void> {
  for (const dir of [sharedHome, home]) await makeSharedDir(dir)
  log.info(
    { dataDir, home, why: 'PostgreSQL runs as nobody, who cannot enter dataDir' },
    'postgres.data-elsewhere',
  )
}

/** Ends the server once. Should Oreline fall without calling it, the server is told to end as the process goes. */
function stopper(pid: number, binaries: Binaries, socketDir: string | null, log: Log): () => Promise<void> {
  const asWeGo = () => {
    try {
      process.kill(pid, 'SIGINT')
    } catch {
      // It has ended already, which is what was wanted.
    }
  }
  process.once('exit', asWeGo)
  return async () => {
    process.off('exit', asWeGo)
    const began = performance.now()
    await stopPostmaster(pid, binaries)
    // It may stand in a directory for all, such as /tmp, where nothing of ours should stay.
    if (socketDir !== null) await rm(socketDir, { recursive: true, force: true })
    log.info({ serverPid: pid, ms: Math.round(performance.now() - began) }, 'postgres.stopped')
  }
}

/** Socket files of a dead server: their lock would name an id that may be a stranger's by now. */
async function emptyDir(dir: string): Promise<void> {
  for (const name of await readdir(dir)) await rm(join(dir, name))
}

/** A port of the loopback interface that nobody listens on at this moment. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= run())
}
