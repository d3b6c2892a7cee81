/** A store ready for work: open, with this program's tables and the shipped data. Serving and commands begin here. */
import { setTimeout as sleep } from 'node:timers/promises'
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
}

/**
 * Opens the store, migrates and seeds. Opened `beside` others, a store that another Oreline may be using is never changed
 * under its feet: tables of another version, and a store that never becomes ready, are a `StartRefusal`.
 */
export async function openReadyStore(options: ReadyStoreOptions): Promise<Store> {
  const store = await openStore(options)
  try {
    if (options.beside === true && (await isOthers(store))) await waitUntilReady(store, options)
    else {
      await migrateStore({ ...store, log: options.log })
      await seedStore({ db: store.db, clock: options.clock, log: options.log })
    }
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A server of its own is nobody else's, and on a server of others an empty database has no Oreline yet. */
async function isOthers({ engine, sql }: Store): Promise<boolean> {
  if (engine.own) return false
  return engine.private || (await countMigrations({ sql })).applied > 0
}

async function waitUntilReady(
  { db, sql }: Store,
  { patienceMs = DEFAULT_PATIENCE_MS }: ReadyStoreOptions,
): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await sleep(POLL_MS)) {
    const { missing } = await countMigrations({ sql })
    if (missing === 0 && (await isSeeded(db))) return
    if (performance.now() < end) continue
    const lacks = missing === 0 ? 'the shipped data' : `${missing} migration(s) of this one`
    throw new StartRefusal(
      `The store is of another Oreline: it lacks ${lacks}. It may be in use, so that a command does not change it. ` +
        'Stop the Oreline that runs on it, start this version once, and give the command again.',
    )
  }
}
