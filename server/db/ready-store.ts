/** A store ready for work: open, with this program's tables and the shipped data. Serving and commands begin here. */
import { setTimeout as sleep } from 'node:timers/promises'
import { backUpBeforeUpgrade } from './backup/upgrade-backup.ts'
import type { Db } from './client.ts'
import { rereadInbox } from './inbox-reading.ts'
import { countMigrations, migrateStore } from './migrate.ts'
import { openStore, type OpenStoreOptions, type Store } from './open.ts'
import { isSeeded, seedStore } from './seed/seed-store.ts'
import { StartRefusal } from './start-refusal.ts'

const POLL_MS = 100
/** An Oreline that has just begun migrates and seeds within a second or two. */
const DEFAULT_PATIENCE_MS = 10_000

export type ReadyStoreOptions = OpenStoreOptions & {
  /** How long to wait for an Oreline that is starting. */
  readonly patienceMs?: number
  /** Where the migrations are; those shipped with Oreline unless given. */
  readonly folder?: string
  /** false: a store with rows is brought up to date without writing a backup of it first. */
  readonly upgradeBackup?: boolean
}

/**
 * Opens the store, migrates and seeds. Before the tables of a store with rows are changed a backup of it is written
 * below `dataDir`; where that fails the start is refused. Opened `beside` others, a store that another Oreline may be using is never
 * changed under its feet: tables of another version, and a store that never becomes ready, are a `StartRefusal`.
 */
export async function openReadyStore(options: ReadyStoreOptions): Promise<Store> {
  const { beside = false, log, clock, folder, dataDir, upgradeBackup = true } = options
  const { patienceMs = DEFAULT_PATIENCE_MS } = options
  const store = await openStore(options)
  const { sql, db } = store
  const migrations = folder === undefined ? { sql } : { sql, folder }
  try {
    if (beside && (await isOthers(store, migrations))) await waitUntilReady(db, migrations, patienceMs)
    else {
      const before = async (): Promise<void> => backUpBeforeUpgrade({ ...migrations, dataDir, clock, log })
      await migrateStore({ ...migrations, db, log, ...(upgradeBackup ? { before } : {}) })
      await seedStore({ db, clock, log })
      await rereadInbox({ db, clock })
    }
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

type Migrations = Parameters<typeof countMigrations>[0]

/** A server of its own is nobody else's, and on a server of others an empty database has no Oreline yet. */
async function isOthers({ engine }: Store, migrations: Migrations): Promise<boolean> {
  if (engine.own) return false
  return engine.private || (await countMigrations(migrations)).applied > 0
}

async function waitUntilReady(db: Db, migrations: Migrations, patienceMs: number): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await sleep(POLL_MS)) {
    const { missing } = await countMigrations(migrations)
    if (missing === 0 && (await isSeeded(db))) return
    if (performance.now() < end) continue
    const lacks = missing === 0 ? 'the shipped data' : `${missing} migration(s) of this one`
    throw new StartRefusal(
      `The store is of another Oreline: it lacks ${lacks}. It may be in use, so that a command does not change it. ` +
        'Stop the Oreline that runs on it, start this version once, and give the command again.',
    )
  }
}
