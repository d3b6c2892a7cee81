/**
 * The containers without a container engine: the compose file is checked by docker-compose, and the services' own
 * commands and environments run as processes against a real PostgreSQL.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { createDatabase, startTestServer, type TestServer } from '../support/database.ts'
import { freePort, startOreline, type OrelineProcess } from '../support/oreline-process.ts'

const root = path.resolve(import.meta.dirname, '../..')
const compose = '/usr/bin/docker-compose'

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      ports: z.array(z.string()).optional(),
      profiles: z.array(z.string()).optional(),
      volumes: z.array(z.string()).optional(),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
})

const ledgerSchema = z.object({ data: z.array(z.object({ id: z.int(), outcome: z.string().nullable() })) })

const readCompose = async () =>
  composeSchema.parse(parse(await readFile(path.join(root, 'docker-compose.yml'), 'utf8'), { merge: true }))

describe('docker-compose.yml', () => {
  test('has postgres, api, jobs, and mailpit for development alone', async () => {
    const { services, volumes } = await readCompose()
    expect(Object.keys(services)).toEqual(['postgres', 'api', 'jobs', 'mailpit'])
    expect(services['mailpit']?.profiles).toEqual(['dev'])
    expect(services['postgres']?.volumes?.[0]?.split(':')[0]).toBe(Object.keys(volumes)[0])
    for (const name of ['postgres', 'api', 'jobs'])
      expect(services[name]?.healthcheck?.test.length).toBeGreaterThan(1)
  })

  test('publishes on this machine alone', async () => {
    const { services } = await readCompose()
    const published = Object.values(services).flatMap(({ ports }) => ports ?? [])
    expect(published.length).toBeGreaterThan(0)
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  test.skipIf(!existsSync(compose))('is read by docker-compose, and refused without a password', async () => {
    const config = (env: Readonly<Record<string, string>>) =>
      promisify(execFile)(compose, ['config', '--services'], {
        cwd: root,
        env: { PATH: process.env['PATH'], ...env },
      })
    expect((await config({ POSTGRES_PASSWORD: 'x' })).stdout.split('\n')).toEqual(
      expect.arrayContaining(['api', 'jobs']),
    )
    await expect(config({})).rejects.toThrow(/POSTGRES_PASSWORD/)
  })
})

describe('the image', () => {
  test('copies what the commands need and builds the page', async () => {
    const text = await readFile(path.join(root, 'Dockerfile'), 'utf8')
    const copied = [...text.matchAll(/^COPY (\w+)\/package\.json/gm)].map(([, name]) => name)
    const workspace = parse(await readFile(path.join(root, 'pnpm-workspace.yaml'), 'utf8')).packages
    expect(new Set(copied)).toEqual(new Set(workspace))
    expect(text).toMatch(/^USER node$/m)
  })
})

describe('three processes as the compose file starts them', () => {
  let server: TestServer
  const running: OrelineProcess[] = []
  let api: OrelineProcess
  let jobs: OrelineProcess

  beforeAll(async () => {
    server = await startTestServer()
    const { url } = await createDatabase(server.url)
    const { services } = await readCompose()
    const startService = async (name: string) => {
      const service = services[name]
      expect(service?.command).toEqual(['node', 'oreline.ts'])
      const port = String(await freePort())
      const plain = Object.entries(service?.environment ?? {}).filter(([, value]) => !value.includes('${'))
      const oreline = await startOreline({
        dataDir: path.join(root, 'never-made'),
        offline: true,
        env: {
          ...Object.fromEntries(plain),
          DATABASE_URL: url,
          PORT: port,
          ORELINE_PUBLIC_URL: `http://127.0.0.1:${port}`,
        },
      })
      running.push(oreline)
      return oreline
    }
    ;[api, jobs] = await Promise.all([startService('api'), startService('jobs')])
  })
  afterAll(async () => {
    await Promise.all(running.map((oreline) => oreline.stop()))
    await server.stop()
  })

  test('start together on an empty PostgreSQL and are both ready', async () => {
    for (const [oreline, role] of [
      [api, 'api'],
      [jobs, 'jobs'],
    ] as const) {
      const response = await fetch(`${oreline.url}/api/v1/ready`)
      expect(await response.json()).toMatchObject({
        data: { status: 'ready', role, store: { private: false } },
      })
    }
    expect(existsSync(path.join(root, 'never-made'))).toBe(false)
  })

  test('the health check of the compose file passes where Oreline answers, and fails where nobody does', async () => {
    const { services } = await readCompose()
    const [, command = '', ...args] = services['api']?.healthcheck?.test ?? []
    const check = (port: string) =>
      promisify(execFile)(
        command,
        args.map((arg) => arg.replace('4600', port)),
        { env: { PATH: process.env['PATH'] } },
      )
    await check(new URL(api.url).port)
    await check(new URL(jobs.url).port)
    await expect(check(String(await freePort()))).rejects.toThrow(/Command failed/)
  })

  test('the api serves the page and the seeded prices, the jobs process neither', async () => {
    const prices = 'api/v1/prices?tickers=MP&from=2025-07-10&to=2025-07-10'
    const served = await (await fetch(`${api.url}/${prices}`)).json()
    expect(served).toMatchObject({ data: [{ ticker: 'MP', close: 45.23 }] })
    expect(await (await fetch(api.url)).text()).toContain('<div id="root">')
    expect((await fetch(`${jobs.url}/${prices}`)).status).toBe(404)
  })

  test('a run asked for at the api is done by the jobs process', async () => {
    const headers = { origin: api.url }
    const asked = await fetch(`${api.url}/api/v1/jobs/store-prune/runs`, { method: 'POST', headers })
    expect(asked.status).toBe(202)
    const { id } = z.object({ data: z.object({ id: z.int() }) }).parse(await asked.json()).data
    await expect
      .poll(
        async () => {
          const ledger = await (await fetch(`${api.url}/api/v1/jobs/runs?job=store-prune`)).json()
          return ledgerSchema.parse(ledger).data.find((run) => run.id === id)?.outcome
        },
        { timeout: 90_000, interval: 200 },
      )
      .toBe('ok')
  })

  test('answers on its published address alone, although it listens on every one', async () => {
    const port = new URL(api.url).port
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: '/api/v1/health', headers: { host: 'evil.example' } }, resolve).on(
        'error',
        reject,
      )
    })
    response.resume()
    expect(response.statusCode).toBe(421)
  })
})
