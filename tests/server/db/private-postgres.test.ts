import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { isRunning, test, withSql } from '../../support/private-postgres.ts'

const rowsOf = async (server: Parameters<typeof withSql>[0]): Promise<readonly number[]> => {
  const rows = await withSql(server, (sql) => sql<{ n: number }[]>`select n from kept order by n`)
  return rows.map(({ n }) => n)
}

describe('the private PostgreSQL', () => {
  test('is set up at the first start, ends with stop, and has its rows at the next', async ({
    root,
    start,
  }) => {
    const first = await start()
    await withSql(first, (sql) => sql`create table kept as select generate_series(1, 3) as n`)
    await first.stop()
    expect(await isRunning(first.pid)).toBe(false)
    expect(await readdir(join(root, 'data'))).not.toContain('oreline.lock')

    const second = await start()
    expect(await rowsOf(second)).toEqual([1, 2, 3])
    expect(second.dataDir).toBe(first.dataDir)
  })

  test('waits for the disk, is small, and speaks UTF-8 and UTC', async ({ start }) => {
    const [settings] = await withSql(
      await start({ durable: true }),
      (sql) => sql`
        select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
               current_setting('full_page_writes') as pages, current_setting('shared_buffers') as buffers,
               current_setting('max_connections') as connections, current_setting('server_encoding') as encoding,
               current_setting('log_timezone') as zone, lower('É') as lower, 'a' < 'B' as by_language`,
    )
    expect(settings).toEqual({
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      buffers: '32MB',
      connections: '30',
      encoding: 'UTF8',
      zone: 'UTC',
      lower: 'é',
      by_language: false,
    })
  })

  test('listens on a socket that nobody else can come near, and on no network', async ({ root, start }) => {
    const server = await start()
    const dir = new URL(server.url).searchParams.get('host')
    expect(dir).toBe(join(root, 'data', 'socket'))
    expect((await stat(join(root, 'data', 'socket'))).mode & 0o777).toBe(0o700)
    expect(await withSql(server, (sql) => sql`show listen_addresses`)).toEqual([{ listen_addresses: '' }])
  })

  test('a path too long for a socket (107 bytes) gets a short one, the same at each start', async ({
    root,
    start,
  }) => {
    const dataDir = join(root, 'a-rather-long-name-for-a-directory'.repeat(4))
    const first = await start({ dataDir })
    const socketDir = new URL(first.url).searchParams.get('host') ?? ''
    expect(Buffer.byteLength(join(socketDir, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103)
    expect((await stat(socketDir)).mode & 0o777).toBe(0o700)
    await first.stop()
    const second = await start({ dataDir })
    expect(second.url).toBe(first.url)
  })

  test('a path with spaces, quotes, a comma and letters beyond ASCII is a path', async ({ root, start }) => {
    const server = await start({ dataDir: join(root, `it's "a" path, né ü 稀土`) })
    expect(await withSql(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('without sockets it listens on loopback, behind a generated password', async ({ start }) => {
    const first = await start({ loopback: true })
    const url = new URL(first.url)
    expect(url.hostname).toBe('127.0.0.1')
    expect(url.password.length).toBeGreaterThanOrEqual(32)
    await withSql(first, (sql) => sql`create table kept as select 7 as n`)
    url.password = 'guessed'
    await expect(withSql({ ...first, url: url.href }, (sql) => sql`select 1`)).rejects.toThrow('password')
    await first.stop()
    expect(await rowsOf(await start({ loopback: true }))).toEqual([7])
  })

  test('stop twice ends it once', async ({ start }) => {
    const server = await start()
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(await isRunning(server.pid)).toBe(false)
  })
})

describe('a directory that is not as it should be', () => {
  test('half-finished data of an interrupted initdb are swept away and made anew', async ({
    root,
    start,
  }) => {
    const half = join(root, 'data', 'postgres.initdb-0')
    await mkdir(join(half, 'base'), { recursive: true })
    await writeFile(join(half, 'PG_VERSION'), '18\n')
    await start()
    expect((await readdir(join(root, 'data'))).filter((name) => name.includes('initdb'))).toEqual([])
  })

  test('files of somebody else where the data belong are refused, not touched', async ({ root, start }) => {
    const strange = join(root, 'data', 'postgres')
    await mkdir(strange, { recursive: true })
    await writeFile(join(strange, 'thesis.txt'), 'chapter 1')
    await expect(start()).rejects.toThrow('is no PostgreSQL data')
    expect(await readFile(join(strange, 'thesis.txt'), 'utf8')).toBe('chapter 1')
  })

  test('data of another major version are refused, naming both', async ({ root, start }) => {
    const cluster = join(root, 'data', 'postgres')
    await mkdir(cluster, { recursive: true })
    await writeFile(join(cluster, 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(/PostgreSQL 17 .* PostgreSQL 18/)
  })

  test('a file where the directory should be is refused, naming the variable', async ({ root, start }) => {
    await writeFile(join(root, 'data'), '')
    await expect(start()).rejects.toThrow('ORELINE_DATA_DIR')
  })

  test('what PostgreSQL says when it cannot start is part of the refusal', async ({ root, start }) => {
    const { stop } = await start()
    await stop()
    await writeFile(join(root, 'data', 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n')
    await expect(start()).rejects.toThrow('no_such_setting')
  })
})
