/** What an event's page says of itself to whoever it is passed on to, and its pictures. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Store } from '@oreline/server/db/open.ts'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, test } from '../../support/app.ts'

const page = '<!doctype html><html><head><meta charset="utf-8" /></head><body></body></html>'
const floor = 'us-2025-07-10-dod-mp-price-floor'

async function appWithPage(store: Store) {
  const pageDir = await mkdtemp(path.join(tmpdir(), 'oreline-page-'))
  onTestFinished(() => rm(pageDir, { recursive: true, force: true }))
  await writeFile(path.join(pageDir, 'index.html'), page)
  const app = await buildApp(appParts({ store, pageDir }))
  onTestFinished(() => app.close())
  return app
}

test('the page of an event names its title and its picture; that of no event is the plain page', async ({
  seeded,
}) => {
  const app = await appWithPage(seeded)
  const { status, text, headers } = await ask(app, `/events/${floor}?x=1`)
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  expect(text).toContain(
    '<title>Oreline: Pentagon guarantees MP 110 dollars a kilo for NdPr for ten years</title>',
  )
  expect(text).toContain(
    `<meta property="og:image" content="http://127.0.0.1:4600/events/${floor}/picture.png"/>`,
  )
  expect(text.endsWith('</head><body></body></html>')).toBe(true)
  for (const address of ['/events/no-such-event', '/events/new', `/events/${floor}/edit`, '/events/Bad%3Cid'])
    expect((await ask(app, address)).text).toBe(page)
})

test('pictures of an event are SVG and PNG with a strong tag; of no event there is none', async ({
  shipped,
}) => {
  const svg = await ask(shipped, `/events/${floor}/picture.svg?theme=dark`)
  expect([svg.status, svg.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  // MP from 30.03 to 45.23 on the day, beside what was expected.
  expect(svg.text).toContain('+50.6 %')
  expect(svg.text).toContain('In force since 1 Oct 2025, on 21 Nov 2026')
  const tag = String(svg.headers['etag'])
  const again = await ask(shipped, `/events/${floor}/picture.svg?theme=dark`, {
    headers: { 'if-none-match': tag },
  })
  expect(again.status).toBe(304)
  const png = await shipped.inject(`/events/${floor}/picture.png`)
  expect([png.statusCode, png.headers['content-type'], png.headers['content-encoding']]).toEqual([
    200,
    'image/png',
    undefined,
  ])
  expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG')
  // Width and height stand in the header of the file (PNG, 11.2.2).
  expect([png.rawPayload.readUInt32BE(16), png.rawPayload.readUInt32BE(20)]).toEqual([1200, 630])
  expect((await ask(shipped, '/events/no-such-event/picture.png')).json).toMatchObject({
    status: 404,
    parameter: 'id',
  })
  expect((await ask(shipped, `/events/${floor}/picture.svg?theme=pink`)).json).toMatchObject({
    status: 400,
    parameter: 'theme',
  })
})
