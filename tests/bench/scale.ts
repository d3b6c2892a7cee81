/**
 * The same question to a store of four instruments and to one of 5,000 with twenty years each: what was not asked for must
 * cost nothing. And the same question as of a past moment, which reads former revisions too.
 */
import { parseConfig } from '@oreline/server/config.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../support/clock.ts'
import { silentLog } from '../support/database.ts'
import { quantile, type Bench } from './bench.ts'
import { withSeededStore } from './bench-store.ts'

const RUNS = 60
const INSTRUMENTS = 5_000
const SESSIONS = 5_000
const TICKERS = ['MP', 'UUUU', 'LYC.AX', '600111.SS']
const ADDRESS = `/api/v1/prices?tickers=${TICKERS.join(',')}&from=2021-11-01&to=2026-10-31`

export const scaleBench: Bench = {
  name: 'scale',
  run: async () =>
    withSeededStore(async (store) => {
      const { sql } = store
      await sql`delete from bars`
      await fill(store, TICKERS)
      await sql`analyze bars`
      const small = await uncached(store, [ADDRESS])
      const tickers = Array.from({ length: INSTRUMENTS - TICKERS.length }, (_, n) => `B${n}`)
      await sql`insert into instruments (ticker) select unnest(${tickers}::text[])`
      await fill(store, tickers)
      await sql`vacuum analyze bars`
      const [size] = await sql<{ gb: number }[]>`select (pg_total_relation_size('bars') / 1e9)::float8 as gb`
      const large = await uncached(store, [ADDRESS])
      const asOf = new Date().toISOString()
      await reviseSome(store)
      const [now, past] = await uncached(store, [ADDRESS, `${ADDRESS}&as_of=${asOf}`])
      return [
        {
          what: `4 tickers, ${INSTRUMENTS} x 20 years held (${size?.gb.toFixed(1)} GB) against 4 held, uncached p50`,
          value: (large[0] ?? 0) / (small[0] ?? 1),
          limit: 1.5,
          unit: 'x',
        },
        {
          what: 'as of a past moment against now, uncached p50',
          value: (past ?? 0) / (now ?? 1),
          limit: 2,
          unit: 'x',
        },
      ]
    }),
}

/** Twenty years of made-up bars; a bench needs their number, not their values. */
async function fill({ sql }: Store, tickers: readonly string[]): Promise<void> {
  for (let from = 0; from < tickers.length; from += 250)
    await sql`
      insert into bars (instrument_id, session_date, revision, open, high, low, close, adj_close, volume, status, basis,
        source, recorded_at)
      select id, date '2006-12-15' + (day * 1.4565)::int, 1, 10 + day % 97, 11 + day % 97, 9 + day % 97, 10.5 + day % 97,
        10.5 + day % 97, 1e6 + day, 'final', 'splits', 'yahoo', '2026-11-20 00:00:00+00'
      from instruments, generate_series(0, ${SESSIONS - 1}::int) day
      where ticker = any(${tickers.slice(from, from + 250)}::text[])`
}

/** One bar in ten of the four gets a newer revision. */
async function reviseSome({ sql }: Store): Promise<void> {
  const now = new Date().toISOString()
  await sql.begin(async (tx) => {
    await tx`
      create temp table revised on commit drop as
      select * from bars where superseded_at is null and extract(doy from session_date)::int % 10 = 0
        and instrument_id in (select id from instruments where ticker = any(${TICKERS}::text[]))`
    await tx`
      update bars set superseded_at = ${now} from revised
      where bars.instrument_id = revised.instrument_id and bars.session_date = revised.session_date
        and bars.revision = revised.revision`
    await tx`update revised set revision = 2, close = close + 0.01, recorded_at = ${now}`
    await tx`insert into bars select * from revised`
  })
}

/** The median of each address, asked in turns so that both see the same machine. */
async function uncached(store: Store, addresses: readonly string[]): Promise<readonly number[]> {
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
    const measured = addresses.map((): number[] => [])
    for (let run = 0; run < RUNS; run += 1)
      for (const [place, address] of addresses.entries()) {
        await store.sql`update data_versions set version = version + 1 where scope = 'prices'`
        const began = performance.now()
        const response = await fetch(origin + address, { headers: { 'accept-encoding': 'identity' } })
        if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
        await response.arrayBuffer()
        measured[place]?.push(performance.now() - began)
      }
    return measured.map((times) => quantile(times, 0.5))
  } finally {
    await app.close()
  }
}
