/** `/prices` for four tickers and five years over HTTP: uncached, and unchanged data against the same bytes from memory. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { parseConfig } from '@oreline/server/config.ts'
import { ingestBars } from '@oreline/server/db/bars.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { createTemplate, openTestStore, silentLog, startTestServer } from '../support/database.ts'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../support/clock.ts'
import { seedIndexes } from '../support/seed-files.ts'
import { quantile, type Bench } from './bench.ts'

const RUNS = 200
const ADDRESS = '/api/v1/prices?tickers=MP,UUUU,LYC.AX,600111.SS&from=2021-11-01&to=2026-10-31'

export const pricesBench: Bench = {
  name: 'prices',
  run: async () => {
    const server = await startTestServer()
    const template = await createTemplate(server.url)
    const url = new URL(server.url)
    url.pathname = `/${template.name}`
    const store = await openTestStore(url.href)
    await seedStore({ db: store.db, clock: systemClock, log: silentLog })
    await fillFiveYears(store)
    const config = parseConfig({ ORELINE_OFFLINE: '1' })
    const app = await buildApp({
      store,
      clock: systemClock,
      log: silentLog,
      queue: null,
      config,
      pageDir: null,
    })
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    try {
      const uncached = await times(async () => {
        await store.sql`update data_versions set version = version + 1 where scope = 'prices'`
        return () => get(origin + ADDRESS)
      })
      const body = Buffer.from(await (await fetch(origin + ADDRESS)).arrayBuffer())
      const memory = createServer((_, response) => {
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(body)
      }).listen(0, '127.0.0.1')
      await once(memory, 'listening')
      const address = memory.address()
      const bare = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
      const ratios: number[] = []
      for (let run = 0; run < RUNS; run += 1)
        ratios.push((await time(() => get(origin + ADDRESS))) / (await time(() => get(bare))))
      memory.close()
      return [
        {
          what: `4 tickers x 5 years, ${(body.length / 1000).toFixed(0)} kB, uncached p95 of ${RUNS}`,
          value: quantile(uncached, 0.95),
          limit: 40,
          unit: 'ms',
        },
        {
          what: `unchanged data against the same bytes from memory (median of ${RUNS})`,
          value: quantile(ratios, 0.5),
          limit: 2,
          unit: 'x',
        },
      ]
    } finally {
      await app.close()
      await store.close()
      await server.stop()
    }
  },
}

async function get(address: string): Promise<void> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
  await response.arrayBuffer()
}

async function time(run: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

async function times(prepare: () => Promise<() => Promise<void>>): Promise<number[]> {
  const measured: number[] = []
  for (let run = 0; run < RUNS; run += 1) measured.push(await time(await prepare()))
  return measured
}

/** Made-up bars on the sessions the starter history does not reach; a bench needs their number, not their values. */
async function fillFiveYears({ db, sql }: Awaited<ReturnType<typeof openTestStore>>): Promise<void> {
  const indexes = seedIndexes()
  for (const [ticker, calendar] of [
    ['MP', 'XNYS'],
    ['UUUU', 'XNYS'],
    ['LYC.AX', 'XASX'],
    ['600111.SS', 'XSHG'],
  ] as const) {
    const [row] = await sql<{ id: number }[]>`select id from instruments where ticker = ${ticker}`
    const days = sessionsBetween(
      indexes[calendar],
      isoDateSchema.parse('2021-11-01'),
      isoDateSchema.parse('2026-10-31'),
    )
    const rows = days.map((date, index) => {
      const close = 20 + (index % 97) / 7
      const bar = { date, open: close, high: close, low: close, close, adjClose: close, volume: 1e6 }
      return {
        ...bar,
        instrumentId: row?.id ?? 0,
        status: 'final' as const,
        basis: 'splits' as const,
        flags: [],
        epoch: 1,
      }
    })
    await ingestBars(db, systemClock, { rows, source: 'bench', payloadId: null })
  }
}
