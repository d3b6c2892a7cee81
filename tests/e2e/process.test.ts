/** Oreline as a process: one command starts it, a signal ends it cleanly, a kill loses nothing it has acknowledged. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { freePort, startOreline, type OrelineProcess } from '../support/oreline-process.ts'
import { isRunning } from '../support/private-postgres.ts'

function dataDirectory(): string {
  const dataDir = path.join(tmpdir(), `oreline-e2e-${crypto.randomUUID()}`)
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

const start = async (dataDir: string) => {
  const oreline = await startOreline({ dataDir, offline: true })
  onTestFinished(async () => {
    if (await isRunning(oreline.pid)) await oreline.stop()
  })
  return oreline
}

const read = async ({ url }: OrelineProcess, address: string): Promise<unknown> => {
  const response = await fetch(`${url}/api/v1/${address}`)
  expect(response.status).toBe(200)
  return response.json()
}

const sourcesSchema = z.object({ data: z.array(z.object({ source: z.string(), enabled: z.boolean() })) })

const switchOff = async ({ url }: OrelineProcess, source: string) => {
  const response = await fetch(`${url}/api/v1/sources/${source}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ enabled: false }),
  })
  expect(response.status).toBe(200)
}

const isOn = async (oreline: OrelineProcess, source: string) =>
  sourcesSchema.parse(await read(oreline, 'sources')).data.find((row) => row.source === source)?.enabled

/** The private PostgreSQL's pid, as Oreline logged it. */
const serverPid = (oreline: OrelineProcess) => Number(/"serverPid":(\d+)/.exec(oreline.output())?.[1])

/** Runs Oreline to its end without waiting for it to be ready. */
async function runToEnd(env: Readonly<Record<string, string>>): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, ['oreline.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], ...env },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = await once(child, 'close')
  return { code, output }
}

describe('Oreline', () => {
  test.for(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s, and its PostgreSQL with it',
    async (signal) => {
      const oreline = await start(dataDirectory())
      expect(await read(oreline, 'ready')).toMatchObject({
        data: { status: 'ready', store: { private: true } },
      })
      const server = serverPid(oreline)
      expect(await isRunning(server)).toBe(true)
      expect(await oreline.stop(signal)).toBe(0)
      expect(await isRunning(server)).toBe(false)
    },
  )

  test('loses nothing it acknowledged when killed, and takes over the PostgreSQL left behind', async () => {
    const dataDir = dataDirectory()
    const first = await start(dataDir)
    await switchOff(first, 'asx')
    const server = serverPid(first)
    await first.stop('SIGKILL')
    expect(await isRunning(server)).toBe(true)
    const second = await start(dataDir)
    expect(await isOn(second, 'asx')).toBe(false)
    expect(await isOn(second, 'yahoo')).toBe(true)
    expect(await second.stop()).toBe(0)
    expect(await isRunning(server)).toBe(false)
  })

  test('loses nothing it acknowledged when it is killed together with its PostgreSQL', async () => {
    const dataDir = dataDirectory()
    const first = await start(dataDir)
    await switchOff(first, 'sse')
    process.kill(serverPid(first), 'SIGKILL')
    await first.stop('SIGKILL')
    const second = await start(dataDir)
    expect(await isOn(second, 'sse')).toBe(false)
  })

  test('refuses a second one on the same data, naming the first', async () => {
    const dataDir = dataDirectory()
    const first = await start(dataDir)
    const second = await runToEnd({
      ORELINE_DATA_DIR: dataDir,
      ORELINE_OFFLINE: '1',
      PORT: String(await freePort()),
    })
    expect(second).toEqual({ code: 1, output: expect.stringContaining(String(first.pid)) })
    expect(await read(first, 'health')).toMatchObject({ data: { status: 'ok' } })
  })

  test('says everything that is wrong with its configuration at once', async () => {
    const { code, output } = await runToEnd({ PORT: 'many', ORELINE_ROLE: 'boss', ORELINE_OFLINE: '1' })
    expect(code).toBe(1)
    for (const name of ['PORT', 'ORELINE_ROLE', 'ORELINE_OFLINE']) expect(output).toContain(name)
  })

  test('says that its port is taken, and leaves no PostgreSQL behind', async () => {
    const first = await start(dataDirectory())
    const dataDir = dataDirectory()
    const { code, output } = await runToEnd({
      ORELINE_DATA_DIR: dataDir,
      ORELINE_OFFLINE: '1',
      PORT: new URL(first.url).port,
    })
    expect(code).toBe(1)
    expect(output).toContain('EADDRINUSE')
    expect(await isRunning(Number(/"serverPid":(\d+)/.exec(output)?.[1]))).toBe(false)
  })
})
