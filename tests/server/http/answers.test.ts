import { getInstruments } from '@oreline/shared/api/instruments.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { gunzipSync } from 'node:zlib'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, read, test, today } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { capturedLog } from '../../support/captured-log.ts'
import { csvRecords } from '../../support/csv-records.ts'
import { aBar, takeInReference, writeBars } from '../../support/store-rows.ts'

const prices = '/api/v1/prices?tickers=MP'

describe('entity tags', () => {
  test('the same bytes have the same tag in another process', async ({ shipped, seeded }) => {
    const other = await buildApp(
      appParts({ store: seeded, clock: () => instant('2026-11-21T13:00:00.000Z') }),
    )
    onTestFinished(() => other.close())
    const here = await ask(shipped, prices)
    const there = await ask(other, prices)
    expect(there.text).toBe(here.text)
    expect(there.headers['etag']).toBe(here.headers['etag'])
  })

  test('another answer has another tag, and data that change make the tag stale', async ({ app, db }) => {
    await takeInReference(db, instant('2026-11-16T08:00:00.000Z'))
    await writeBars(db, { at: instant('2026-11-17T08:00:00.000Z'), ticker: 'MP' }, [aBar('2026-11-16', 60)])
    const first = await ask(app, prices)
    const csv = await ask(app, `${prices}&format=csv`)
    expect(csv.headers['etag']).not.toBe(first.headers['etag'])
    await writeBars(db, { at: instant('2026-11-18T08:00:00.000Z'), ticker: 'MP' }, [aBar('2026-11-17', 61)])
    const headers = { 'if-none-match': String(first.headers['etag']) }
    const later = await ask(app, prices, { headers })
    expect(later.status).toBe(200)
    expect(later.headers['etag']).not.toBe(first.headers['etag'])
  })

  test.for(['*', 'W/TAG', '"other", TAG', 'TAG-gzip'])('If-None-Match: %s', async (form, { shipped }) => {
    const tag = String((await ask(shipped, prices)).headers['etag'])
    const held = form.replace('TAG-gzip', tag.replace(/"$/, '-gzip"')).replace('TAG', tag)
    expect(await ask(shipped, prices, { headers: { 'if-none-match': held } })).toMatchObject({
      status: 304,
      text: '',
    })
  })

  test('the state of a day is made anew on the next', async ({ seeded }) => {
    let now = today
    const app = await buildApp(appParts({ store: seeded, clock: () => now }))
    onTestFinished(() => app.close())
    const address = '/api/v1/policy-events/cn-2025-11-07-mofcom-70-suspension'
    now = instant('2026-11-10T23:59:59.000Z')
    expect((await ask(app, address)).json).not.toHaveProperty('data.state.unconfirmed')
    now = instant('2026-11-11T00:00:00.000Z')
    expect((await ask(app, address)).json).toHaveProperty('data.state.unconfirmed', true)
  })
})

describe('compression', () => {
  const fromAfar = {
    remoteAddress: '203.0.113.7',
    url: prices,
    headers: { host: '127.0.0.1:4600', 'accept-encoding': 'br, gzip' },
  }

  test('from another machine an answer comes compressed, under a tag of its own', async ({ shipped }) => {
    const plain = await ask(shipped, prices)
    const reply = await shipped.inject(fromAfar)
    expect(reply.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(reply.rawPayload).toString()).toBe(plain.text)
    expect(reply.headers.etag).toBe(String(plain.headers['etag']).replace(/"$/, '-gzip"'))
  })

  test('on this machine, and where it is not wanted, it comes as it is', async ({ shipped }) => {
    const here = await ask(shipped, prices, { headers: { 'accept-encoding': 'gzip' } })
    expect(here.headers).not.toHaveProperty('content-encoding')
    const headers = { ...fromAfar.headers, 'accept-encoding': 'gzip;q=0, identity' }
    expect((await shipped.inject({ ...fromAfar, headers })).headers).not.toHaveProperty('content-encoding')
  })
})

describe('CSV', () => {
  test('what meta says stands in headers, and the next page as a link that works', async ({ shipped }) => {
    const first = await ask(shipped, `${prices}&from=2025-07-01&format=csv&limit=2`)
    expect(first.headers).toMatchObject({
      'content-disposition': 'attachment; filename="prices.csv"',
      'oreline-as-of': '2026-11-20T08:00:00.000Z',
    })
    const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(String(first.headers['link'])) ?? []
    const second = await ask(shipped, next)
    const dates = [...csvRecords(first.text).slice(1), ...csvRecords(second.text).slice(1)].map(
      ([, date]) => date,
    )
    expect(dates).toEqual(['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-07'])
  })

  test('members of members have columns, absent ones are empty', async ({ shipped }) => {
    const { text } = await ask(
      shipped,
      '/api/v1/policy-events?format=csv&from=2025-11-07&to=2025-11-07&at=2025-11-08',
    )
    const [header = [], ...records] = csvRecords(text)
    const record = records.find(([id]) => id === 'cn-2025-11-07-mofcom-70-suspension') ?? []
    const cell = (column: string) => record[header.indexOf(column)]
    expect([cell('state.value'), cell('state.since'), cell('event_sessions.XASX.date')]).toEqual([
      'effective',
      '2025-11-07',
      '2025-11-10',
    ])
  })
})

describe('the log', () => {
  test('has one line per request, by route and not by address', async ({ seeded }) => {
    const { log, lines } = capturedLog()
    const app = await buildApp(appParts({ store: seeded, log }))
    onTestFinished(() => app.close())
    await ask(app, `${prices}&as_of=nonsense`)
    const reply = await ask(app, prices)
    expect(lines()).toMatchObject([
      { msg: 'request.done', method: 'GET', route: '/api/v1/prices', status: 400 },
      { msg: 'request.done', status: 200, requestId: reply.headers['x-request-id'] },
    ])
  })

  test('has the cause of a failure, of which the client hears nothing', async ({ seeded }) => {
    const { log, lines } = capturedLog()
    const broken = () => {
      throw new Error('a secret inside')
    }
    const app = await buildApp(appParts({ store: seeded, log, clock: broken }))
    onTestFinished(() => app.close())
    const reply = await ask(app, prices)
    expect(reply).toMatchObject({
      status: 500,
      json: { code: 'internal', request_id: reply.headers['x-request-id'] },
    })
    expect(reply.text).not.toMatch(/secret|\.ts|at /)
    expect(lines()).toMatchObject([
      { msg: 'request.failed', err: { message: 'a secret inside' } },
      { msg: 'request.done', status: 500 },
    ])
  })
})

test('an answer is what is stored, not what was kept', async ({ app, db }) => {
  expect((await read(app, getInstruments, '/api/v1/instruments')).data).toEqual([])
  await takeInReference(db, today)
  expect((await read(app, getInstruments, '/api/v1/instruments')).data).toHaveLength(8)
})
