import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@oreline/server/db/open.ts'
import { refuseUnfit } from '@oreline/server/db/server-check.ts'
import { describe, expect } from 'vitest'
import { systemClock } from '../../support/clock.ts'
import { openTestStore, silentLog } from '../../support/database.ts'
import { test } from '../../support/test.ts'

const fit = { versionNumber: 150_004, version: '15.4', encoding: 'UTF8', readOnly: false }

describe('openStore with DATABASE_URL', () => {
  test('uses that server, and leaves it running', async ({ store, server }) => {
    const other = await openTestStore(server.url)
    expect(other.engine).toMatchObject({ private: false, dataDir: null, version: store.engine.version })
    await other.close()
    expect(await store.sql`select 1 as one`).toEqual([{ one: 1 }])
  })

  test('understands what hosted PostgreSQL puts into an address for libpq', async ({ server }) => {
    const url = new URL(server.url)
    url.searchParams.set('channel_binding', 'prefer')
    url.searchParams.set('gssencmode', 'disable')
    const store = await openTestStore(url.href)
    await store.close()
  })

  test('a server that does not answer is named, its password is not', async () => {
    const opening = openTestStore('postgresql://oreline:hunter2@127.0.0.1:1/store')
    await expect(opening).rejects.toThrow(/^PostgreSQL at 127\.0\.0\.1:1, database store, .*ECONNREFUSED/)
    await expect(opening).rejects.not.toThrow('hunter2')
  })

  test('what is no address is not quoted: it may hold a password', async () => {
    const opening = openTestStore('postgres//oreline:hunter2@host/store')
    await expect(opening).rejects.toThrow('DATABASE_URL is not an address')
    await expect(opening).rejects.not.toThrow('hunter2')
  })

  test('a database that does not store UTF-8 is refused', async ({ server, store: { sql } }) => {
    const name = `latin_${randomUUID().replaceAll('-', '')}`
    await sql`create database ${sql(name)} template template0 encoding 'LATIN1' locale 'C'`
    const url = new URL(server.url)
    url.pathname = `/${name}`
    try {
      await expect(openTestStore(url.href)).rejects.toThrow('stores LATIN1')
    } finally {
      await sql`drop database ${sql(name)}`
    }
  })

  test.for([
    [
      'PostgreSQL 14, its last release',
      { ...fit, versionNumber: 140_019, version: '14.19' },
      'is PostgreSQL 14.19',
    ],
    ['PostgreSQL 9.6, numbered the old way', { ...fit, versionNumber: 90_624, version: '9.6.24' }, '9.6.24'],
    ['a standby', { ...fit, readOnly: true }, 'takes no writes'],
  ] as const)('refuses %s', ([, facts, word]) => {
    expect(() => refuseUnfit(facts)).toThrow(word)
  })

  test.for([150_000, 160_010, 180_004, 190_000])('takes server_version_num %i', (versionNumber) => {
    expect(() => refuseUnfit({ ...fit, versionNumber })).not.toThrow()
  })
})

describe('openStore without DATABASE_URL', () => {
  test('runs a private PostgreSQL 18 that waits for the disk, and ends it with close', async () => {
    const dataDir = join(tmpdir(), `oreline-open-${randomUUID()}`)
    const options = { databaseUrl: undefined, dataDir, log: silentLog, clock: systemClock }
    try {
      const store = await openStore(options)
      expect(store.engine).toMatchObject({ private: true, dataDir: join(dataDir, 'postgres') })
      expect(store.engine.version).toMatch(/^18\./)
      expect(await store.sql`show fsync`).toEqual([{ fsync: 'on' }])
      await store.close()
      // Closed for good: the directory is free again.
      await (await openStore(options)).close()
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  })
})
