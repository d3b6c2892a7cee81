import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import type { Store } from '@oreline/server/db/open.ts'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, test } from '../../support/app.ts'

/** The app with a page of one script and one icon. */
async function appWithPage(store: Store) {
  const pageDir = await mkdtemp(path.join(tmpdir(), 'oreline-page-'))
  onTestFinished(() => rm(pageDir, { recursive: true, force: true }))
  await mkdir(path.join(pageDir, 'assets'))
  await writeFile(path.join(pageDir, 'index.html'), '<!doctype html><title>Oreline</title>')
  await writeFile(path.join(pageDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(path.join(pageDir, 'assets', 'main-4f3a.js'), 'export {}')
  const app = await buildApp(appParts({ store, pageDir }))
  onTestFinished(() => app.close())
  return app
}

describe('the page', () => {
  test.for([
    '/',
    '/?tickers=MP&from=2025-01-01',
    '/sources',
    '/event/cn-2025-11-07-mofcom-70-suspension',
    '/apiary',
  ])('is at %s, asked for anew each time', async (address, { seeded }) => {
    const { status, text, headers } = await ask(await appWithPage(seeded), address)
    expect([status, text]).toEqual([200, '<!doctype html><title>Oreline</title>'])
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  })

  test('its hashed files are kept for a year, its others are not', async ({ seeded }) => {
    const app = await appWithPage(seeded)
    const script = await ask(app, '/assets/main-4f3a.js')
    expect(script.headers).toMatchObject({
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await ask(app, '/icon.svg')).headers['cache-control']).toBe('no-cache')
  })

  test.for([
    '/assets/main-0000.js',
    '/robots.txt',
    '/api',
    '/api/v1/nothing',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('is not at %s, which is a file or an endpoint there is not', async (address, { seeded }) => {
    const { status, headers } = await ask(await appWithPage(seeded), address)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test('is not what a write gets', async ({ seeded }) => {
    expect((await ask(await appWithPage(seeded), '/sources', { method: 'POST' })).status).toBe(404)
  })

  test('may run its own scripts and load nothing from anywhere else', async ({ seeded }) => {
    const { headers } = await ask(await appWithPage(seeded), '/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self';script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })

  test('is served by nobody where there is none', async ({ shipped }) => {
    expect((await ask(shipped, '/')).status).toBe(404)
  })
})
