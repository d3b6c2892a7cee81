/** A seeded store of a bench's own, on a PostgreSQL of its own. */
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { systemClock } from '../support/clock.ts'
import { createTemplate, openTestStore, silentLog, startTestServer } from '../support/database.ts'

/** Runs with the store and takes it away afterwards, whatever happens. */
export async function withSeededStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const server = await startTestServer()
  try {
    const template = await createTemplate(server.url)
    const url = new URL(server.url)
    url.pathname = `/${template.name}`
    const store = await openTestStore(url.href)
    try {
      await seedStore({ db: store.db, clock: systemClock, log: silentLog })
      return await run(store)
    } finally {
      await store.close()
    }
  } finally {
    await server.stop()
  }
}
