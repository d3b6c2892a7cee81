import { parseConfig } from '@oreline/server/config.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, test } from '../../support/app.ts'

describe('the Host of a request', () => {
  test.for(['127.0.0.1:4600', 'localhost', 'LOCALHOST:8080', '127.1.2.3', '[::1]:4600'])(
    '%s is this machine',
    async (host, { shipped }) => {
      expect((await ask(shipped, '/api/v1/health', { headers: { host } })).status).toBe(200)
    },
  )

  test.for([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.1.5:4600',
    '0.0.0.0:4600',
    'a b',
  ])('%s is not: 421, for a foreign page may have rebound its name to us', async (host, { shipped }) => {
    const { status, json, headers } = await ask(shipped, '/api/v1/health', { headers: { host } })
    expect(status).toBe(421)
    expect(json).toMatchObject({ code: 'foreign-host' })
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test('the public address is ours too', async ({ seeded }) => {
    const config = parseConfig({ ORELINE_PUBLIC_URL: 'http://oreline.home:8080' })
    const app = await buildApp(appParts({ store: seeded, config }))
    onTestFinished(() => app.close())
    expect((await ask(app, '/api/v1/health', { headers: { host: 'oreline.home:8080' } })).status).toBe(200)
    expect((await ask(app, '/api/v1/health', { headers: { host: 'oreline.evil' } })).status).toBe(421)
  })
})

describe('the Origin of a write', () => {
  const write = (headers: Record<string, string>) =>
    ({ method: 'PUT', body: { enabled: true }, headers }) as const

  test.for([
    ['Oreline’s own page', { origin: 'http://127.0.0.1:4600' }],
    [
      'its page under another name of this machine',
      { host: 'localhost:8080', origin: 'http://localhost:8080' },
    ],
    ['the public address', { origin: 'http://127.0.0.1:4600', 'sec-fetch-site': 'same-origin' }],
    ['a program that is no browser', {}],
  ] as const)('%s may write', async ([, headers], { app }) => {
    expect((await ask(app, '/api/v1/sources/ecb', write(headers))).status).toBe(200)
  })

  test.for([
    ['another page', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['our name over https', { origin: 'https://127.0.0.1:4600' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a browser that hides the origin', { 'sec-fetch-site': 'cross-site' }],
    ['a page on a sibling', { 'sec-fetch-site': 'same-site' }],
  ] as const)('%s may not', async ([, headers], { app }) => {
    const { status, json } = await ask(app, '/api/v1/sources/ecb', write(headers))
    expect(status).toBe(403)
    expect(json).toMatchObject({ code: 'foreign-origin' })
  })

  test('reading is not writing', async ({ shipped }) => {
    expect(
      (await ask(shipped, '/api/v1/health', { headers: { origin: 'http://evil.example' } })).status,
    ).toBe(200)
  })
})

test('no other page is told that it may read', async ({ shipped }) => {
  const { headers } = await ask(shipped, '/api/v1/health', { headers: { origin: 'http://evil.example' } })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
})
