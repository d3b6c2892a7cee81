/**
 * Beside an Oreline that runs on the same data: its PostgreSQL is found by the lock and `postmaster.pid`, reached over
 * the same socket, and never stopped. Where none runs, the server is started as for serving.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { StartRefusal } from '../start-refusal.ts'
import { readPassword } from './cluster.ts'
import { hasDatabase } from './database.ts'
import { isServerOf } from './left-over.ts'
import { DirectoryInUse, findHolder } from './lock.ts'
import { choosePlace, type Place } from './place.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { findProcess } from './processes.ts'
import { connectionUrl, type Listen, SERVER_DATABASE } from './settings.ts'
import {
  type PrivatePostgres,
  type PrivatePostgresOptions,
  SHARED_HOME,
  startPrivatePostgres,
} from './start.ts'

/** `own` false: somebody else's, so that `stop` does nothing. */
export type JoinedPostgres = PrivatePostgres & { readonly own: boolean }

const POLL_MS = 50
/** An Oreline that has just begun sets up or recovers its data first. */
const PATIENCE_MS = 30_000

/** Connects to the running server of `dataDir`, or starts it when nobody uses the directory. */
export async function joinPrivatePostgres(options: PrivatePostgresOptions): Promise<JoinedPostgres> {
  for (;;)
    try {
      return { ...(await startPrivatePostgres(options)), own: true }
    } catch (error) {
      if (!(error instanceof DirectoryInUse)) throw error
      const joined = await joinHolder(error, options)
      if (joined !== null) return joined
    }
}

/** null: whoever used the directory has left it meanwhile. */
async function joinHolder(
  { dataDir, pid }: DirectoryInUse,
  { log, sharedHome = SHARED_HOME }: PrivatePostgresOptions,
): Promise<JoinedPostgres | null> {
  let problem: unknown = 'it has not said that it is ready'
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(POLL_MS)) {
    if ((await findHolder(dataDir)) === null) return null
    const place = await choosePlace(dataDir, sharedHome)
    // A server that is just starting or stopping refuses in several ways; the next look tells.
    const server = await findReady(place, log).catch((error: unknown) => {
      problem = error
      return null
    })
    if (server === null) continue
    log.info({ serverPid: server.pid, dataDir: place.cluster, orelinePid: pid }, 'postgres.joined')
    return { ...server, dataDir: place.cluster, stop: async () => {}, own: false }
  }
  const why = problem instanceof Error ? problem.message : String(problem)
  throw new StartRefusal(
    `Process ${pid} uses ${dataDir}, and its PostgreSQL does not answer (${why}). Stop that process and try again.`,
    { cause: problem },
  )
}

async function findReady(place: Place, log: Log): Promise<Pick<PrivatePostgres, 'url' | 'pid'> | null> {
  const file = await readPostmasterFile(place.cluster)
  if (file === null || file.status !== 'ready') return null
  const { pid, port, socketDir } = file
  const running = await findProcess(pid)
  if (running === null || !isServerOf(place.cluster, running)) return null
  const listen: Listen =
    socketDir === null ? { kind: 'loopback', port: port ?? 0 } : { kind: 'socket', dir: socketDir }
  const password = socketDir === null ? await readPassword(place) : null
  const isThere = await hasDatabase(connectionUrl(listen, password, 'postgres'), log)
  return isThere ? { url: connectionUrl(listen, password, SERVER_DATABASE), pid } : null
}
