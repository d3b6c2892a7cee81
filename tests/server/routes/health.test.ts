import { getHealth, getReady } from '@oreline/shared/api/health.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, read, test, today } from '../../support/app.ts'
import { parseConfig } from '@oreline/server/config.ts'
import { createDatabase, openTestStore } from '../../support/database.ts'

describe('health and readiness', () => {
  test('alive says the time and the version', async ({ shipped }) => {
    const { data } = await read(shipped, getHealth, '/api/v1/health')
    expect(data).toMatchObject({ status: 'ok', now: today })
    expect(data.version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('ready says which store, and how this process is set up', async ({ shipped }) => {
    const { data } = await read(shipped, getReady, '/api/v1/ready')
    expect(data).toMatchObject({ queue: 'not used', role: 'all', offline: false, mail: false })
    expect(data.store.engine).toMatch(/^PostgreSQL 1[5-9]/)
    expect(data.store.schema_version).toMatch(/^[0-9a-f]{12}$/)
  })

  test('without a store it is alive and not ready', async ({ server }) => {
    const database = await createDatabase(server.url, server.template)
    const store = await openTestStore(database.url)
    const app = await buildApp(appParts({ store }))
    onTestFinished(() => app.close())
    await store.close()
    await database.drop()
    expect(await ask(app, '/api/v1/health')).toMatchObject({ status: 200 })
    expect(await ask(app, '/api/v1/ready')).toMatchObject({ status: 503, json: { code: 'not-ready' } })
    expect(await ask(app, '/api/v1/prices?tickers=MP')).toMatchObject({
      status: 500,
      json: { code: 'internal' },
    })
  })

  test('without a queue that answers it is not ready', async ({ seeded }) => {
    const queue = { isReady: async () => false, enqueue: () => Promise.reject(new Error('not asked')) }
    const app = await buildApp(appParts({ store: seeded, queue }))
    onTestFinished(() => app.close())
    expect(await ask(app, '/api/v1/ready')).toMatchObject({ status: 503, json: { code: 'not-ready' } })
  })

  test('a process that runs jobs only says how it is, and nothing else', async ({ seeded }) => {
    const app = await buildApp(appParts({ store: seeded, config: parseConfig({ ORELINE_ROLE: 'jobs' }) }))
    onTestFinished(() => app.close())
    expect(await ask(app, '/api/v1/ready')).toMatchObject({ status: 200 })
    expect(await ask(app, '/api/v1/instruments')).toMatchObject({ status: 404 })
  })
})
