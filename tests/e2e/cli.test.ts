/** Commands as processes, alone and beside a running Oreline; Yahoo and the SEC are a host of the test's own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import jobs from '../../jobs/package.json' with { type: 'json' }
import { documentOf } from '../support/cli-rehearsal.ts'
import { startOreline, type OrelineProcess } from '../support/oreline-process.ts'
import { isRunning } from '../support/private-postgres.ts'
import type { StandInRoute } from '../support/stand-in/route.ts'
import { secRoute } from '../support/stand-in/sec.ts'
import { startStandIn } from '../support/stand-in/stand-in.ts'
import { yahooRoute } from '../support/stand-in/yahoo.ts'

const root = path.resolve(import.meta.dirname, '../..')

function dataDirectory(): string {
  const dataDir = path.join(tmpdir(), `oreline-e2e-${crypto.randomUUID()}`)
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** The hosts, as an environment. `asked` resolves with the first request to Yahoo, which is answered when `release` is called. */
async function hosts({ held = false } = {}) {
  const { promise: gate, resolve: release } = Promise.withResolvers<void>()
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const yahoo = yahooRoute()
  const slow: StandInRoute = {
    ...yahoo,
    answer: async (request) => {
      ask()
      if (held) await gate
      return yahoo.answer(request)
    },
  }
  const standIn = await startStandIn({ routes: [slow, secRoute()] })
  onTestFinished(standIn.close)
  const environment = {
    ORELINE_HOST_MAP: JSON.stringify(standIn.hostMap()),
    SEC_CONTACT: 'reader@example.org',
  }
  return { standIn, environment, asked, release }
}

type Ended = { readonly code: unknown; readonly stdout: string; readonly stderr: string }

function type(
  words: string,
  environment: Readonly<Record<string, string>>,
  [program, ...before]: readonly [string, ...string[]] = [process.execPath, 'oreline.ts'],
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(program, [...before, ...words.split(' ')], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, stdout, stderr }))
  return { child, ended }
}

const serve = async (dataDir: string) => {
  const oreline = await startOreline({ dataDir, offline: true })
  onTestFinished(async () => {
    if (await isRunning(oreline.pid)) await oreline.stop()
  })
  return oreline
}

const pricesSchema = z.object({ data: z.array(z.object({ date: z.string(), source: z.string() })) })

const pricesOf = async ({ url }: OrelineProcess, ticker: string) => {
  const response = await fetch(`${url}/api/v1/prices?tickers=${ticker}&from=2020-01-01`)
  expect(response.status).toBe(200)
  return pricesSchema.parse(await response.json()).data
}

describe('pnpm -s oreline', () => {
  test('backfills a store of its own, ends its PostgreSQL, and writes nothing the second time', async () => {
    const dataDir = dataDirectory()
    const { environment } = await hosts()
    const own = { ...environment, ORELINE_DATA_DIR: dataDir }
    const first = await type('backfill MP --json', own, ['pnpm', '-s', 'oreline']).ended
    expect(first.code).toBe(0)
    const { outcome, steps } = documentOf(first.stdout)
    expect(outcome).toBe('complete')
    expect(steps.map(({ source, scope }) => `${source} ${scope}`)).toEqual(['yahoo MP', 'sec MP'])
    expect(steps[0]?.rows_written).toBeGreaterThan(1_700)
    expect(first.stderr).toContain('1/2 yahoo MP: ')
    expect(await readdir(dataDir)).not.toContain('oreline.lock')

    const second = await type('backfill MP --json', own).ended
    expect(second.code).toBe(0)
    expect(documentOf(second.stdout)).toMatchObject({ outcome: 'complete', rows_written: 0 })

    const serving = await serve(dataDir)
    expect((await pricesOf(serving, 'MP'))[0]).toMatchObject({ date: '2020-01-02', source: 'yahoo' })
  })

  test('helps, tells its version and refuses what it does not know, without touching a store', async () => {
    const dataDir = dataDirectory()
    const own = { ORELINE_DATA_DIR: dataDir }
    expect(await type('--version', own).ended).toEqual({ code: 0, stdout: `${jobs.version}\n`, stderr: '' })
    expect(await type('help backfill', own).ended).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Exit codes'),
    })
    expect(await type('backfil', own).ended).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Did you mean backfill?'),
    })
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT')
  })

  test('ended by Ctrl-C says what is missing, and leaves no PostgreSQL behind', async () => {
    const dataDir = dataDirectory()
    const { environment, asked } = await hosts({ held: true })
    const { child, ended } = type('backfill MP', { ...environment, ORELINE_DATA_DIR: dataDir })
    await asked
    child.kill('SIGINT')
    const { code, stdout } = await ended
    expect(code).toBe(130)
    expect(stdout).toContain('Interrupted: 2 of 2 missing; 0 rows were written and stay.')
    const left = await readdir(dataDir)
    expect(left).toContain('postgres')
    expect(left).not.toContain('oreline.lock')
    expect(await readdir(path.join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
  })
})

describe('beside a running Oreline', () => {
  test('a backfill is seen by it at once, and neither its end nor Ctrl-C ends it', async () => {
    const dataDir = dataDirectory()
    const serving = await serve(dataDir)
    const server = Number(/"serverPid":(\d+)/.exec(serving.output())?.[1])
    const { environment, asked } = await hosts()
    const done = await type('backfill UUUU', { ...environment, ORELINE_DATA_DIR: dataDir }).ended
    expect(done).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Complete: 2 of 2') })
    await asked
    expect((await pricesOf(serving, 'UUUU'))[0]).toMatchObject({ date: '2020-01-02', source: 'yahoo' })

    const second = await hosts({ held: true })
    const { child, ended } = type('backfill MP', { ...second.environment, ORELINE_DATA_DIR: dataDir })
    await second.asked
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 130, stdout: expect.stringContaining('Interrupted') })
    expect(await isRunning(server)).toBe(true)
    expect((await pricesOf(serving, 'MP')).every(({ source }) => source === 'starter')).toBe(true)
    expect(await serving.stop()).toBe(0)
  })

  test('a backfill whose Oreline is stopped says that it broke off', async () => {
    const dataDir = dataDirectory()
    const serving = await serve(dataDir)
    const { environment, asked, release } = await hosts({ held: true })
    const { ended } = type('backfill MP --json', { ...environment, ORELINE_DATA_DIR: dataDir })
    await asked
    expect(await serving.stop()).toBe(0)
    release()
    const { code, stdout } = await ended
    expect(code).toBe(1)
    expect(documentOf(stdout)).toMatchObject({
      outcome: 'broke-off',
      failure: expect.any(String),
      rows_written: 0,
      steps: [{ state: 'not-reached' }, { state: 'not-reached' }],
    })
  })
})
