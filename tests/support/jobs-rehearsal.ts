/** Jobs at work on a seeded store, as a test finds them. */
import { createDatabase, openTestStore } from './database.ts'
import { keptTemplate } from './kept-template.ts'
import { rehearseJobs } from './rehearse-jobs.ts'
import { test as base } from './test.ts'

export type { HeldBar, JobsRehearsal, LedgerRow } from './rehearse-jobs.ts'

export const test = base
  /** A seeded store of the test's own, where no job has run. */
  .extend('jobs', async ({ store }, { onCleanup }) => {
    const undos: (() => Promise<void>)[] = []
    onCleanup(async () => {
      for (const undo of undos) await undo()
    })
    return rehearseJobs(store, (undo) => undos.push(undo))
  })
  /** A store of the test's own in which every job has run well a day ago. */
  .extend('worked', async ({ server }, { onCleanup }) => {
    const undos: (() => Promise<void>)[] = []
    onCleanup(async () => {
      for (const undo of undos.toReversed()) await undo()
    })
    const database = await createDatabase(server.url, await keptTemplate(server))
    undos.push(database.drop)
    const store = await openTestStore(database.url)
    undos.push(store.close)
    const rehearsal = await rehearseJobs(store, (undo) => undos.push(undo))
    rehearsal.time.advance(24 * 3_600_000)
    return rehearsal
  })
