import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { joinPrivatePostgres, type JoinedPostgres } from '@oreline/server/db/private-postgres/join.ts'
import type { PrivatePostgresOptions } from '@oreline/server/db/private-postgres/start.ts'
import { describe, expect, onTestFinished, vi } from 'vitest'
import { systemClock } from '../../support/clock.ts'
import { silentLog } from '../../support/database.ts'
import { isRunning, test as base, withSql } from '../../support/private-postgres.ts'

/** `beside` joins whatever runs in the directory of `start`; what it started itself ends with the test. */
const test = base.extend('beside', async ({ root }) => {
  return async (options: Partial<PrivatePostgresOptions> = {}): Promise<JoinedPostgres> => {
    const joined = await joinPrivatePostgres({
      dataDir: join(root, 'data'),
      sharedHome: join(root, 'shared'),
      log: silentLog,
      clock: systemClock,
      durable: false,
      ...options,
    })
    onTestFinished(joined.stop)
    return joined
  }
})

describe('beside a running private PostgreSQL', () => {
  test('uses it over the same socket, and leaves it running', async ({ start, beside }) => {
    const server = await start()
    await withSql(server, (sql) => sql`create table kept as select 7 as n`)
    const joined = await beside()
    expect(joined).toMatchObject({
      own: false,
      url: server.url,
      pid: server.pid,
      dataDir: server.dataDir,
    })
    expect(await withSql(joined, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }])
    await joined.stop()
    expect(await withSql(server, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }])
  })

  test('knows its password where it listens on loopback', async ({ start, beside }) => {
    const server = await start({ loopback: true })
    const joined = await beside()
    expect(joined).toMatchObject({ own: false, url: server.url })
    expect(await withSql(joined, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test.for([
    ['whose name is too long for a socket', 'a-rather-long-name-for-a-directory'.repeat(4)],
    ['with spaces, quotes, a comma and letters beyond ASCII', `it's "a" path, né ü 稀土`],
  ] as const)('finds the socket of a directory %s', async ([, name], { root, start, beside }) => {
    const dataDir = join(root, name)
    const server = await start({ dataDir })
    expect(await beside({ dataDir })).toMatchObject({ own: false, url: server.url })
  })

  test('waits for one that is still setting up its data', async ({ root, start, beside }) => {
    const starting = start()
    await vi.waitFor(async () => expect(await readdir(join(root, 'data'))).toContain('oreline.lock'), {
      timeout: 90_000,
    })
    const joined = await beside()
    expect(joined).toMatchObject({ own: false, pid: (await starting).pid })
    expect(await withSql(joined, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })
})

describe('beside nobody', () => {
  test('starts the server, and ends it with stop', async ({ beside }) => {
    const joined = await beside()
    expect(joined.own).toBe(true)
    await joined.stop()
    expect(await isRunning(joined.pid)).toBe(false)
  })

  test('takes over a server that a killed Oreline left behind, and ends it with stop', async ({
    startChild,
    beside,
  }) => {
    const child = await startChild()
    await child.kill('SIGKILL')
    const joined = await beside()
    expect(joined).toMatchObject({ own: true })
    await joined.stop()
    expect(await isRunning(child.serverPid)).toBe(false)
  })

  test('starts the server when whoever held the directory leaves it while it waits', async ({
    root,
    beside,
  }) => {
    const holder = spawn('sleep', ['600'])
    onTestFinished(() => void holder.kill())
    await once(holder, 'spawn')
    await mkdir(join(root, 'data'))
    const lock = { pid: holder.pid, birth: null, since: systemClock() }
    await writeFile(join(root, 'data', 'oreline.lock'), JSON.stringify(lock))
    const joining = beside()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await readdir(join(root, 'data'))).toEqual(['oreline.lock'])
    holder.kill()
    expect(await joining).toMatchObject({ own: true })
  })
})
