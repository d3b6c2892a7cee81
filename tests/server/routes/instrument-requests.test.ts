import {
  getInstrumentRequests,
  postInstrument,
  putInstrumentPaused,
} from '@oreline/shared/api/instrument-requests.ts'
import { getInstruments } from '@oreline/shared/api/instruments.ts'
import { followInstrument } from '@oreline/server/db/followed-instrument.ts'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { openQueue } from '@oreline/server/db/queue.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, read, test, today } from '../../support/app.ts'
import { silentLog } from '../../support/database.ts'
import { takeInReference } from '../../support/store-rows.ts'

const address = '/api/v1/instruments'
const usar = instrumentSchema.parse({
  ticker: 'USAR',
  name: 'USA Rare Earth, Inc.',
  role: 'context',
  kind: 'equity',
  mic: 'XNAS',
  calendar: 'XNYS',
  currency: 'USD',
  isin: null,
  yahoo: 'USAR',
})

describe('instruments an operator adds', () => {
  test('a request is taken, put into the queue once, and listed', async ({ store }) => {
    await takeInReference(store.db, today)
    const queue = await openQueue({ store, role: 'api', clock: () => today, log: silentLog })
    const app = await buildApp(appParts({ store, queue }))
    onTestFinished(async () => {
      await app.close()
      await queue.stop()
    })
    const reply = await ask(app, address, { method: 'POST', body: { symbol: ' usar ' } })
    expect(reply.status).toBe(202)
    expect(postInstrument.response.parse(reply.json).data).toMatchObject({ symbol: 'USAR', state: 'pending' })
    const { data } = await read(app, getInstrumentRequests, getInstrumentRequests.path)
    expect(data).toMatchObject([{ symbol: 'USAR', state: 'pending', ticker: null, bars_stored: 0 }])
    const [run] = await store.sql`select job, trigger from job_runs`
    expect(run).toEqual({ job: 'quotes-add', trigger: 'request' })
  })

  test.for([
    [{ symbol: 'MP' }, 409, 'symbol', 'already-followed'],
    [{ symbol: 'no symbol' }, 400, 'symbol', 'invalid-input'],
    [{}, 400, 'symbol', 'invalid-input'],
  ] as const)('%o is refused, naming the field', async ([body, status, parameter, code], { app, db }) => {
    await takeInReference(db, today)
    const reply = await ask(app, address, { method: 'POST', body })
    expect(reply).toMatchObject({ status, json: { parameter, code } })
    expect(await db.query.instrumentRequests.findMany()).toEqual([])
  })

  test('is paused, taken up again and removed; a shipped one can only be paused', async ({ app, db }) => {
    await takeInReference(db, today)
    await followInstrument(db, () => today, usar)
    const rowOf = async (ticker: string) =>
      (await read(app, getInstruments, address)).data.find((row) => row.ticker === ticker)
    expect(await rowOf('USAR')).toMatchObject({ paused: false, added: true, role: 'context' })
    for (const paused of [true, false]) {
      const reply = await ask(app, `${address}/MP/paused`, { method: 'PUT', body: { paused } })
      expect(putInstrumentPaused.response.parse(reply.json).data).toEqual({ ticker: 'MP', paused })
      expect(await rowOf('MP')).toMatchObject({ paused, added: false })
    }
    expect(await ask(app, `${address}/MP`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      json: { code: 'shipped-instrument', parameter: 'ticker' },
    })
    expect(await ask(app, `${address}/USAR`, { method: 'DELETE' })).toMatchObject({ status: 200 })
    expect(await rowOf('USAR')).toBe(undefined)
    for (const [method, path] of [
      ['DELETE', 'USAR'],
      ['PUT', 'NOSUCH/paused'],
    ] as const) {
      const body = method === 'PUT' ? { paused: true } : undefined
      expect(await ask(app, `${address}/${path}`, { method, body })).toMatchObject({
        status: 404,
        json: { code: 'unknown-ticker', parameter: 'ticker' },
      })
    }
  })
})
