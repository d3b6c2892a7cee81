/** `test` for whatever needs the store: one database a worker, copied from the migrated template, emptied after each test. */
import { test as base, inject } from 'vitest'
import { createDatabase, emptyTables, openTestStore } from './database.ts'

export const test = base
  .extend('server', { scope: 'worker' }, () => inject('testServer'))
  .extend('workerStore', { scope: 'worker' }, async ({ server }) => {
    const { url } = await createDatabase(server.url, server.template)
    return openTestStore(url)
  })
  /** The store, migrated and without rows. */
  .extend('store', async ({ workerStore }, { onCleanup }) => {
    onCleanup(() => emptyTables(workerStore.sql))
    return workerStore
  })
  .extend('db', async ({ store }) => store.db)
