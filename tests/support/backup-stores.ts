/** Stores to back up, and empty ones to restore into. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { insertRun } from '@oreline/server/db/job-runs.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { payloadStore } from '@oreline/server/db/payloads.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { today } from './app.ts'
import { instant } from './brands.ts'
import { createDatabase, openTestStore, silentLog } from './database.ts'
import { aBar, aFiling, writeBars, writeFilings, writeRates } from './store-rows.ts'
import { test as base } from './test.ts'

export const monday = instant('2026-11-16T22:00:00.000Z')
export const friday = instant('2026-11-20T22:00:00.000Z')
export const later = { clock: () => today }

/** `written`: a store with a week's revisions in it, only read by the tests; `empty` makes another without a table. */
export const test = base
  .extend('written', { scope: 'worker' }, async ({ server }, { onCleanup }) => {
    const { url, drop } = await createDatabase(server.url, server.template)
    const store = await openTestStore(url)
    onCleanup(async () => {
      await store.close()
      await drop()
    })
    await fill(store)
    return store
  })
  .extend('folder', async ({ server }, { onCleanup }) => {
    const folder = path.join(tmpdir(), `oreline-backup-${server.template}-${randomUUID()}`)
    await mkdir(folder)
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  })
  .extend('database', async ({ server }, { onCleanup }) => {
    const undos: (() => Promise<void>)[] = []
    onCleanup(async () => {
      for (const undo of undos.toReversed()) await undo()
    })
    return async (template?: string) => {
      const { url, drop } = await createDatabase(server.url, template)
      undos.push(drop)
      const store = await openTestStore(url)
      undos.push(store.close)
      return { ...store, url }
    }
  })

/** Shipped data, revisions on two days, and every kind of text that COPY has to write in another way. */
async function fill(store: Store): Promise<void> {
  const { db, sql } = store
  await seedStore({ db, clock: () => plusMs(monday, -1), log: silentLog })
  await writeBars(db, { at: monday, ticker: 'MP' }, [aBar('2026-11-13', 60.1), aBar('2026-11-16', 1 / 3)])
  await writeBars(db, { at: friday, ticker: 'MP' }, [aBar('2026-11-16', 61.25), aBar('2026-11-20', 62)])
  await writeRates(db, { at: monday }, [
    ['USD', '2026-11-16', 1.1],
    ['AUD', '2026-11-16', 1.7],
  ])
  await writeRates(db, { at: friday }, [['USD', '2026-11-16', 1.1000001]])
  const odd = 'tab\t line\n return\r back\\slash \\N 北方稀土 \u0001'
  await writeFilings(db, { at: monday, ticker: 'MP' }, [aFiling('a', '2026-11-16', { title: odd })])
  await writeFilings(db, { at: friday, ticker: 'MP' }, [aFiling('a', '2026-11-16', { title: `${odd}!` })])
  await payloadStore(db).keep({
    source: 'yahoo',
    requestKey: 'MP/chart',
    url: 'https://x.example',
    fetchedAt: monday,
    status: 200,
    contentType: null,
    sha256: 'aa',
    parserVersion: 1,
    outcome: 'ok',
    parseFailed: false,
    body: Uint8Array.from({ length: 256 }, (_, byte) => byte),
  })
  await insertRun(db, { job: 'quotes-xnys', slot: monday, trigger: 'request', queuedAt: monday })
  await sql`update reference_revisions set body = jsonb_set(body, '{title}', '"changed"') where key = (
    select min(key) from reference_revisions where kind = 'policy-event')`
}
