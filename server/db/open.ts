/** Opens the store: the PostgreSQL of DATABASE_URL, or Oreline's own. From here on there is no difference. */
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Sql } from 'postgres'
import { createDb, type Db } from './client.ts'
import type { Log } from './log.ts'
import { createPool } from './pool.ts'
import { joinPrivatePostgres } from './private-postgres/join.ts'
import { startPrivatePostgres } from './private-postgres/start.ts'
import { checkServer } from './server-check.ts'
import { StartRefusal } from './start-refusal.ts'

/** Enough for the page and the jobs of one process; the queue brings its own, and the private server allows 30. */
const DEFAULT_CONNECTIONS = 10
const CLOSE_SECONDS = 5

/**
 * The PostgreSQL behind a store. `dataDir` is where the private one keeps its data, null for a server of others. `own`:
 * this process started it, so that no other works on the store.
 */
export type Engine = {
  readonly version: string
  readonly private: boolean
  readonly dataDir: string | null
  readonly own: boolean
}

/**
 * An open store. `connection` is for pg-boss, which brings its own driver; its text holds a password, so it is never
 * logged. `close` ends the pool, and a private server of our own after it; whoever uses `connection` closes before.
 */
export type Store = {
  readonly db: Db
  readonly sql: Sql
  readonly connection: { readonly connectionString: string }
  readonly engine: Engine
  readonly close: () => Promise<void>
}

export type OpenStoreOptions = {
  /** undefined: the private PostgreSQL, with its data in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly log: Log
  readonly clock: Clock
  readonly maxConnections?: number
  /** Where an Oreline runs on `dataDir` already: use its server beside it, instead of refusing. */
  readonly beside?: boolean
}

/**
 * Opens the store, unmigrated (see `migrate.ts`). Throws a `StartRefusal` when there is something for a person to do:
 * a server that does not answer, is older than PostgreSQL 15 or does not store UTF-8, or a second Oreline.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { databaseUrl, dataDir, log, clock, maxConnections = DEFAULT_CONNECTIONS, beside = false } = options
  if (databaseUrl !== undefined) {
    refuseUnreadable(databaseUrl)
    return connectStore(databaseUrl, maxConnections, log, othersServer)
  }
  const { url, own, ...server } = beside
    ? await joinPrivatePostgres({ dataDir, log, clock })
    : { ...(await startPrivatePostgres({ dataDir, log, clock })), own: true }
  return connectStore(url, maxConnections, log, { private: true, own, ...server })
}

const othersServer = { private: false, dataDir: null, own: false, stop: async () => {} } as const

type Backing = Omit<Engine, 'version'> & { readonly stop: () => Promise<void> }

async function connectStore(url: string, max: number, log: Log, backing: Backing): Promise<Store> {
  const sql = createPool(url, { max, log })
  const close = async () => {
    await sql.end({ timeout: CLOSE_SECONDS })
    await backing.stop()
  }
  try {
    const version = await checkServer(sql)
    const engine = { version, private: backing.private, dataDir: backing.dataDir, own: backing.own }
    return { db: createDb(sql), sql, connection: { connectionString: url }, engine, close }
  } catch (error) {
    await close()
    throw error
  }
}

function refuseUnreadable(databaseUrl: string): void {
  if (URL.canParse(databaseUrl) && /^postgres(ql)?:/.test(databaseUrl)) return
  // Not quoted: it may hold a password.
  throw new StartRefusal(
    'DATABASE_URL is not an address such as postgresql://user:password@host:5432/oreline.',
  )
}
