import { randomUUID } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type PrivatePostgres,
  type PrivatePostgresOptions,
  startPrivatePostgres,
} from '@oreline/server/db/private-postgres/start.ts'
import { findProcess } from '@oreline/server/db/private-postgres/processes.ts'
import { createPool } from '@oreline/server/db/pool.ts'
import type { Sql } from 'postgres'
import { test as base } from 'vitest'
import { systemClock } from './clock.ts'
import { silentLog } from './database.ts'
import { startStoreChild, type StoreChild } from './store-child.ts'

/** Starts a server under the test's own directory, `dataDir` and `sharedHome` too; not durable unless told so. */
export type Start = (options?: Partial<PrivatePostgresOptions>) => Promise<PrivatePostgres>

/** `test` with a directory that every user may enter, and servers in it that are ended and removed with the test. */
export const test = base
  .extend('root', async ({ task }, { onCleanup }) => {
    const root = join(tmpdir(), `oreline-private-${task.id}-${randomUUID().slice(0, 8)}`)
    await mkdir(root)
    await chmod(root, 0o755)
    onCleanup(() => rm(root, { recursive: true, force: true, maxRetries: 5 }))
    return root
  })
  .extend('start', async ({ root }, { onCleanup }): Promise<Start> => {
    const started: PrivatePostgres[] = []
    onCleanup(async () => {
      await Promise.all(started.map(({ stop }) => stop()))
    })
    return async (options = {}) => {
      const server = await startPrivatePostgres({ ...placesIn(root), ...quiet, ...options })
      started.push(server)
      return server
    }
  })
  /** Starts a child on the same directory as `start`; whatever is left of it at the end is killed, server and all. */
  .extend('startChild', async ({ root }, { onCleanup }): Promise<() => Promise<StoreChild>> => {
    const children: StoreChild[] = []
    onCleanup(async () => {
      for (const { pid, serverPid } of children)
        for (const each of [pid, serverPid]) if (await isRunning(each)) process.kill(each, 'SIGKILL')
    })
    return async () => {
      const { dataDir, sharedHome } = placesIn(root)
      const child = await startStoreChild(dataDir, sharedHome)
      children.push(child)
      return child
    }
  })

const placesIn = (root: string) => ({ dataDir: join(root, 'data'), sharedHome: join(root, 'shared') })
const quiet = { log: silentLog, clock: systemClock, durable: false }

/** Runs queries on a server and disconnects. */
export async function withSql<T>({ url }: PrivatePostgres, run: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = createPool(url, { max: 1, log: silentLog })
  try {
    return await run(sql)
  } finally {
    await sql.end()
  }
}

export const isRunning = async (pid: number): Promise<boolean> => (await findProcess(pid)) !== null
