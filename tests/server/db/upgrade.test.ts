import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifyBackup } from '@oreline/server/db/backup/verify-backup.ts'
import { countMigrations, migrateStore } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { openReadyStore, type ReadyStoreOptions } from '@oreline/server/db/ready-store.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { describe, expect } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, test as base, today } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { createDatabase, openTestStore, silentLog } from '../../support/database.ts'
import { countShipped, formerMigrations, rowsOf } from '../../support/store-copy.ts'

/** As the shipped data of the app's suite are taken in, so that both answer the same. */
const seededAt = instant('2026-11-20T08:00:00.000Z')
const shipped = await countShipped()

type Former = {
  readonly store: Store
  readonly dataDir: string
  /** Starts this version on it. */
  readonly start: (options?: Partial<ReadyStoreOptions>) => Promise<Store>
}

/** `former` gives a store that only the oldest migrations have made, with the shipped data unless it is to be empty. */
const test = base.extend('former', async ({ server }, { onCleanup }) => {
  const undos: (() => Promise<unknown>)[] = []
  onCleanup(async () => {
    for (const undo of undos.toReversed()) await undo()
  })
  return async (count: number, { empty = false } = {}): Promise<Former> => {
    const folder = await formerMigrations(count)
    undos.push(() => rm(folder, { recursive: true }))
    const dataDir = path.join(tmpdir(), `oreline-upgrade-${randomUUID()}`)
    undos.push(() => rm(dataDir, { recursive: true, force: true }))
    const { url, drop } = await createDatabase(server.url)
    undos.push(drop)
    const store = await openTestStore(url)
    undos.push(store.close)
    await migrateStore({ ...store, log: silentLog, folder })
    if (!empty) await seedStore({ db: store.db, clock: () => seededAt, log: silentLog })
    const usual = { databaseUrl: url, dataDir, log: silentLog, clock: () => today, maxConnections: 3 }
    const start = async (options: Partial<ReadyStoreOptions> = {}) => {
      const started = await openReadyStore({ ...usual, ...options })
      undos.push(started.close)
      return started
    }
    return { store, dataDir, start }
  }
})

const questions = [
  'prices?tickers=MP,LYC.AX',
  'policy-events?context=true',
  'instruments',
  'filings?tickers=MP',
]

async function answersOf(app: Awaited<ReturnType<typeof buildApp>>): Promise<readonly string[]> {
  return Promise.all(questions.map(async (question) => (await ask(app, `/api/v1/${question}`)).text))
}

describe('an upgrade', () => {
  test.for(Array.from({ length: shipped - 1 }, (_, place) => place + 1))(
    'from the first %i migration(s) on writes a backup, keeps every row, and answers the same',
    async (count, { former, shipped: app }) => {
      const { store, dataDir, start } = await former(count)
      const before = await rowsOf(store)
      const started = await start()
      expect(await countMigrations(started)).toMatchObject({ missing: 0 })
      expect(await rowsOf(started, { tables: Object.keys(before) })).toEqual(before)
      const upgraded = await buildApp(appParts({ store: started }))
      expect(await answersOf(upgraded)).toEqual(await answersOf(app))
      await upgraded.close()

      const [file = '', ...others] = await readdir(path.join(dataDir, 'backups'))
      expect([file, others]).toEqual(['upgrade-20261121T120000Z.tar.zst', []])
      const manifest = await verifyBackup(path.join(dataDir, 'backups', file))
      expect(manifest.migrations).toHaveLength(count)
      expect(manifest.tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(before))
    },
  )

  test('keeps the newest three backups of its own, and every one of the operator’s', async ({ former }) => {
    const { dataDir, start } = await former(1)
    const folder = path.join(dataDir, 'backups')
    await mkdir(folder, { recursive: true })
    const held = ['oreline-20200101T000000Z', ...[1, 2, 3].map((day) => `upgrade-2026010${day}T000000Z`)]
    for (const name of held) await writeFile(path.join(folder, `${name}.tar.zst`), '')
    await start()
    expect((await readdir(folder)).map((name) => name.slice(0, -'T000000Z.tar.zst'.length))).toEqual([
      'oreline-20200101',
      'upgrade-20260102',
      'upgrade-20260103',
      'upgrade-20261121',
    ])
  })

  test('whose backup cannot be written is refused, says how to go on, and changes nothing', async ({
    former,
  }) => {
    const { store, dataDir, start } = await former(1)
    await writeFile(dataDir, 'a file where the directory should be')
    await expect(start()).rejects.toThrow(
      /writes a backup to .+ failed: .+Nothing was changed.+ORELINE_UPGRADE_BACKUP=off/,
    )
    expect(await countMigrations(store)).toMatchObject({ applied: 1 })
    expect(await countMigrations(await start({ upgradeBackup: false }))).toMatchObject({ missing: 0 })
  })

  test('of a store without a row, and a start without one, write none', async ({ former }) => {
    const empty = await former(1, { empty: true })
    await empty.start()
    await empty.start()
    await expect(readdir(empty.dataDir)).rejects.toThrow('ENOENT')
  })
})
