import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { acquireLock } from '@oreline/server/db/private-postgres/lock.ts'
import { findProcess } from '@oreline/server/db/private-postgres/processes.ts'
import { describe, expect } from 'vitest'
import { systemClock } from '../../support/clock.ts'
import { isRunning, test, withSql } from '../../support/private-postgres.ts'
import { lastAcknowledged, spawnStoreChild } from '../../support/store-child.ts'

const newestRow = async (server: Parameters<typeof withSql>[0]): Promise<number> => {
  const [row] = await withSql(server, (sql) => sql<[{ n: number }]>`select max(n) as n from acknowledged`)
  return row.n
}

describe('after a kill -9', () => {
  test('of Oreline: its server is adopted with every acknowledged row, and ends with stop', async ({
    start,
    startChild,
  }) => {
    const child = await startChild()
    await child.until('20')
    await child.kill('SIGKILL')
    expect(await isRunning(child.serverPid)).toBe(true)

    const adopted = await start({ durable: true })
    expect(adopted.pid).toBe(child.serverPid)
    expect(await newestRow(adopted)).toBeGreaterThanOrEqual(lastAcknowledged(child))
    await adopted.stop()
    expect(await isRunning(child.serverPid)).toBe(false)
  })

  test('of Oreline and its server: a new one recovers every acknowledged row', async ({
    start,
    startChild,
  }) => {
    const child = await startChild()
    await child.until('20')
    process.kill(child.serverPid, 'SIGKILL')
    await child.kill('SIGKILL')

    const recovered = await start({ durable: true })
    expect(recovered.pid).not.toBe(child.serverPid)
    expect(await newestRow(recovered)).toBeGreaterThanOrEqual(lastAcknowledged(child))
  })

  test('in the middle of initdb: the next start makes the data anew and sweeps away the half', async ({
    root,
    start,
  }) => {
    const dataDir = join(root, 'data')
    const child = spawnStoreChild(dataDir, join(root, 'shared'))
    const isBegun = async () => {
      const [draft] = await readdir(dataDir).then(
        (names) => names.filter((name) => name.includes('.initdb-')),
        () => [],
      )
      return draft !== undefined && (await readdir(join(dataDir, draft))).includes('base')
    }
    await expect.poll(isBegun, { interval: 2, timeout: 90_000 }).toBe(true)
    await end(child)
    expect(await readdir(dataDir)).not.toContain('postgres')

    await start()
    expect((await readdir(dataDir)).filter((name) => name.includes('initdb'))).toEqual([])
  })

  test('a server left behind with other settings is replaced, not adopted', async ({ start, startChild }) => {
    const child = await startChild()
    await child.until('1')
    await child.kill('SIGKILL')
    const server = await start({ durable: false })
    expect(server.pid).not.toBe(child.serverPid)
    expect(await isRunning(child.serverPid)).toBe(false)
    expect(await newestRow(server)).toBeGreaterThanOrEqual(lastAcknowledged(child))
  })
})

describe('when Oreline ends', () => {
  test('Ctrl-C reaches Oreline alone: it still writes, and stops the server itself', async ({
    startChild,
  }) => {
    const child = await startChild()
    await child.until('1')
    child.killGroup('SIGINT')
    await child.ended
    expect(child.said.slice(-2)).toEqual(['wrote after the interrupt', 'stopped'])
    expect(await isRunning(child.serverPid)).toBe(false)
  })

  test('without a word to its server, the server ends all the same', async ({ start, startChild }) => {
    const child = await startChild()
    await child.until('1')
    await child.kill('SIGUSR2')
    // Started while the other is still on its way out: it waits, and finds the rows.
    const server = await start({ durable: true })
    expect(server.pid).not.toBe(child.serverPid)
    expect(await newestRow(server)).toBeGreaterThanOrEqual(lastAcknowledged(child))
  })
})

describe('one Oreline per directory', () => {
  test('a second is refused, naming the first', async ({ root, start, startChild }) => {
    const child = await startChild()
    await expect(start()).rejects.toThrow(`process ${child.pid}, has used ${join(root, 'data')}`)
    await child.until('5')
  })

  test('of several starting together, one gets it', async ({ start }) => {
    const results = await Promise.allSettled([start(), start(), start(), start()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a lock whose process id was given to another process is taken over', async ({ root }) => {
    const birth = 'f00dfeed-0000-4000-8000-000000000000:1'
    const lock = { pid: process.pid, birth, since: '2026-01-01T00:00:00.000Z' }
    await writeFile(join(root, 'oreline.lock'), JSON.stringify(lock))
    const held = await acquireLock(root, systemClock)
    await held.release()
    await expect(stat(join(root, 'oreline.lock'))).rejects.toThrow('ENOENT')
  })

  test('a lock of this very process is not', async ({ root }) => {
    const held = await acquireLock(root, systemClock)
    await expect(acquireLock(root, systemClock)).rejects.toThrow(`process ${process.pid}`)
    await held.release()
  })

  test('a lock torn by a power cut is taken over, and only its holder releases it', async ({ root }) => {
    const path = join(root, 'oreline.lock')
    await writeFile(path, '{"pid":')
    const held = await acquireLock(root, systemClock)
    await writeFile(path, 'of somebody else')
    await held.release()
    expect(await readFile(path, 'utf8')).toBe('of somebody else')
  })
})

describe('after a power cut', () => {
  test('a postmaster.pid and socket lock whose id was given to another process do not keep it from starting', async ({
    root,
    start,
  }) => {
    const server = await start()
    const cluster = join(root, 'data', 'postgres')
    const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8')
    const { uid, gid } = await stat(cluster)
    await server.stop()
    const stranger = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' })
    try {
      const lines = [`${stranger.pid}`, ...file.split('\n').slice(1)].join('\n')
      await writeFile(join(cluster, 'postmaster.pid'), lines)
      await mkdir(join(root, 'data', 'socket'))
      await writeFile(join(root, 'data', 'socket', '.s.PGSQL.5432.lock'), lines)
      const next = await start()
      expect(next.pid).not.toBe(stranger.pid)
      expect(await withSql(next, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
      await next.stop()
      expect(stranger.exitCode).toBeNull()
    } finally {
      await end(stranger)
    }
  })

  test('a process is known by its birth, and a dead one is none', async () => {
    const child = spawn('sleep', ['600'], { stdio: 'ignore' })
    const pid = child.pid ?? 0
    const born = await findProcess(pid)
    expect(born).toEqual(await findProcess(pid))
    expect(born?.command).toContain('sleep 600')
    expect(born?.birth).not.toBe((await findProcess(process.pid))?.birth)
    await end(child)
    expect(await findProcess(pid)).toBeNull()
  })
})

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
