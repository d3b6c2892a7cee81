import { chmod, cp, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findBinaries } from '@oreline/server/db/private-postgres/binaries.ts'
import { findNobody, isRoot } from '@oreline/server/db/private-postgres/os-user.ts'
import { describe, expect } from 'vitest'
import { test, withSql } from '../../support/private-postgres.ts'

describe.skipIf(!isRoot())('as root', () => {
  test('PostgreSQL runs as nobody, with no group of root', async ({ start }) => {
    const nobody = await findNobody()
    const server = await start()
    const { uid, gid } = await stat(`/proc/${server.pid}`)
    expect({ uid, gid }).toEqual(nobody)
  })

  test('under a directory of mode 0700, programs are copied and data kept where nobody can enter', async ({
    root,
    start,
  }) => {
    const home = join(root, 'home')
    const shipped = await findBinaries()
    // A checkout in root's home, programs and all.
    await cp(dirname(shipped.bin), join(home, 'native'), { recursive: true, verbatimSymlinks: true })
    await chmod(home, 0o700)
    const options = {
      dataDir: join(home, '.oreline'),
      binaries: { bin: join(home, 'native', 'bin'), version: shipped.version },
    }
    const first = await start(options)
    expect(dirname(dirname(first.dataDir))).toBe(join(root, 'shared'))
    expect((await stat(first.dataDir)).mode & 0o777).toBe(0o700)
    await withSql(first, (sql) => sql`create table kept as select 1 as n`)
    await first.stop()

    const copied = join(root, 'shared', `postgresql-${shipped.version}`)
    const { ctimeMs } = await stat(copied)
    const second = await start(options)
    expect((await stat(copied)).ctimeMs).toBe(ctimeMs)
    expect(await withSql(second, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }])
  })

  test('data kept elsewhere are found there after the directory was opened to all', async ({
    root,
    start,
  }) => {
    const home = join(root, 'home')
    await mkdir(home, { mode: 0o700 })
    const first = await start({ dataDir: join(home, '.oreline') })
    await first.stop()
    await chmod(home, 0o755)
    const second = await start({ dataDir: join(home, '.oreline') })
    expect(second.dataDir).toBe(first.dataDir)
  })

  test('data that nobody can no longer enter are refused, not replaced by an empty store', async ({
    root,
    start,
  }) => {
    const home = join(root, 'home')
    const first = await start({ dataDir: join(home, '.oreline') })
    await first.stop()
    await chmod(home, 0o700)
    await expect(start({ dataDir: join(home, '.oreline') })).rejects.toThrow(/may not enter .* any more/)
  })
})
