import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrateStore } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { describe, expect } from 'vitest'
import { createDatabase, openTestStore, silentLog } from '../../support/database.ts'
import { test as base } from '../../support/test.ts'

const SHIPPED = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** `empty` is a database without a table; `openEmpty` opens the store in it, once more at each call. */
const test = base.extend('openEmpty', async ({ server }, { onCleanup }) => {
  const { url, drop } = await createDatabase(server.url)
  const opened: Store[] = []
  onCleanup(async () => {
    for (const { close } of opened) await close()
    await drop()
  })
  return async () => {
    const store = await openTestStore(url)
    opened.push(store)
    return store
  }
})

const countMigrations = async ({ sql }: Store): Promise<unknown> => {
  const [row] = await sql`select count(*) as n from drizzle.__drizzle_migrations`
  return row?.['n']
}

describe('migrations', () => {
  test('five processes starting together on an empty database apply each once', async ({ openEmpty }) => {
    const stores = await Promise.all(Array.from({ length: 5 }, openEmpty))
    await Promise.all(stores.map((store) => migrateStore({ ...store, log: silentLog })))
    const [store] = stores
    const journal: { entries: unknown[] } = JSON.parse(
      await readFile(join(SHIPPED, 'meta/_journal.json'), 'utf8'),
    )
    expect(store === undefined ? null : await countMigrations(store)).toBe(journal.entries.length)
  })

  test('a store that a newer Oreline has migrated is refused and left alone', async ({ openEmpty }) => {
    const store = await openEmpty()
    await migrateStore({ ...store, log: silentLog })
    const before = await countMigrations(store)
    await store.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`
    await expect(migrateStore({ ...store, log: silentLog })).rejects.toThrow('written by a newer Oreline')
    expect(await countMigrations(store)).toBe(Number(before) + 1)
  })

  test('a migration that a merge brought in below the newest applied one is named, not passed over', async ({
    openEmpty,
  }) => {
    const store = await openEmpty()
    await migrateStore({ ...store, log: silentLog })
    const folder = await mkdtemp(join(tmpdir(), 'oreline-migrations-'))
    try {
      await cp(SHIPPED, folder, { recursive: true })
      const path = join(folder, 'meta', '_journal.json')
      const journal: { entries: object[] } = JSON.parse(await readFile(path, 'utf8'))
      journal.entries.push({ idx: 99, version: '7', when: 1_000, tag: 'merged', breakpoints: true })
      await writeFile(path, JSON.stringify(journal))
      await writeFile(join(folder, 'merged.sql'), 'create table merged (n integer)')
      await expect(migrateStore({ ...store, log: silentLog, folder })).rejects.toThrow('are missing: 1000')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('a migration that fails leaves nothing of itself', async ({ openEmpty }) => {
    const store = await openEmpty()
    const folder = await mkdtemp(join(tmpdir(), 'oreline-migrations-'))
    try {
      await cp(SHIPPED, folder, { recursive: true })
      const [first] =
        (await readFile(join(folder, 'meta/_journal.json'), 'utf8')).match(/(?<="tag": ")\w+/) ?? []
      await writeFile(
        join(folder, `${first}.sql`),
        'create table half (n integer);--> statement-breakpoint\nno sql',
      )
      await expect(migrateStore({ ...store, log: silentLog, folder })).rejects.toThrow('no sql')
      const [row] = await store.sql`select to_regclass('half') as half`
      expect(row).toEqual({ half: null })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
