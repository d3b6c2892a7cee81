import type { Db, Executor } from './client.ts'

/** Runs several reads against one state of the store, whatever is written meanwhile. */
export async function inSnapshot<T>(db: Db, read: (snapshot: Executor) => Promise<T>): Promise<T> {
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}
