import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { test } from '../../support/cli-rehearsal.ts'
import { createDatabase, openTestStore } from '../../support/database.ts'
import { rowsOf } from '../../support/store-copy.ts'

async function folder(): Promise<string> {
  const made = path.join(tmpdir(), `oreline-cli-backup-${randomUUID()}`)
  await mkdir(made)
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

describe('backup and restore', () => {
  test('carry a store to another PostgreSQL, and say what they did', async ({ cli, server }) => {
    const ORELINE_DATA_DIR = await folder()
    const written = await cli.type('backup --json', { environment: { ORELINE_DATA_DIR } })
    expect({ exitCode: written.exitCode, progress: written.stderr.split('\n').length }).toEqual({
      exitCode: 0,
      progress: expect.any(Number),
    })
    const { file, rows } = JSON.parse(written.stdout)
    expect(file).toBe(path.join(ORELINE_DATA_DIR, 'backups', 'oreline-20261120T213000Z.tar.zst'))
    expect(written.stderr).toMatch(/^1\/\d+ instruments: \d+ rows\n/)

    const { url, drop } = await createDatabase(server.url)
    onTestFinished(drop)
    const restored = await cli.type(`restore ${file}`, { environment: { DATABASE_URL: url } })
    expect(restored).toMatchObject({ exitCode: 0, stderr: '' })
    expect(restored.stdout).toContain('the file is whole')
    expect(restored.stdout).toMatch(
      /The store is what it was at 2026-11-20T21:30:00\.000Z: .+ Start Oreline\.\n$/,
    )
    const copy = await openTestStore(url)
    onTestFinished(copy.close)
    expect(await rowsOf(copy)).toEqual(await rowsOf(cli.store))
    expect(Object.values(await rowsOf(copy)).flat()).toHaveLength(rows)

    // Once more into what is full by now, and is used by this very test.
    const again = await cli.type(`restore ${file} --json`, { environment: { DATABASE_URL: url } })
    expect(again).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('An Oreline runs on this store'),
    })
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'refused' })
  })

  test('are refused in words where nothing can be done', async ({ cli, server }) => {
    const made = await folder()
    const { url, drop } = await createDatabase(server.url)
    onTestFinished(drop)
    const environment = { DATABASE_URL: url, ORELINE_DATA_DIR: made }
    expect(await cli.type('backup', { environment })).toMatchObject({
      exitCode: 1,
      stderr: 'There is no Oreline in this store yet: nothing to back up.\n',
    })
    expect(await readdir(made)).toEqual([])
    await writeFile(path.join(made, 'file'), '')
    for (const [words, exitCode, said] of [
      ['restore', 2, 'Which file?'],
      ['restore a b', 2, 'b is a second'],
      ['restore --replace', 2, 'Which file?'],
      [`restore ${made}/none`, 1, 'There is no file'],
      ['backup --out', 2, '--out needs a FILE after it.'],
      [`backup --out ${made}/file/x`, 1, `Writing ${made}/file/x failed: `],
    ] as const)
      expect(await cli.type(words)).toMatchObject({ exitCode, stderr: expect.stringContaining(said) })
  })

  test('beside a running Oreline a backup is taken, and Ctrl-C leaves no file', async ({ cli }) => {
    const out = path.join(await folder(), 'x.tar.zst')
    const ended = await cli.type(`backup --out ${out}`, { stopped: Promise.resolve() })
    expect(ended).toMatchObject({ exitCode: 130 })
    expect(await readdir(path.dirname(out))).toEqual([])
    expect(await cli.type(`backup --out ${out}`)).toMatchObject({ exitCode: 0 })
  })
})
