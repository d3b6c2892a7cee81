/** A million bars through Oreline's writer, against PostgreSQL's own COPY of the same rows into the same table. */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { ingestBars, type BarRow } from '@oreline/server/db/bars.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { createTemplate, openTestStore, startTestServer } from '../support/database.ts'
import { systemClock } from '../support/clock.ts'
import type { Bench } from './bench.ts'

const INSTRUMENTS = 200
const SESSIONS = 5_000

export const ingestBench: Bench = {
  name: 'ingest',
  run: async () => {
    const server = await startTestServer()
    const template = await createTemplate(server.url)
    const url = new URL(server.url)
    url.pathname = `/${template.name}`
    const { db, sql, close } = await openTestStore(url.href)
    try {
      const ids = await sql<{ id: number }[]>`
        insert into instruments (ticker) select 'BENCH' || n from generate_series(1, ${INSTRUMENTS}::int) n returning id`
      const rows = ids.flatMap(({ id }) => series(id))

      const began = performance.now()
      const { rows: written } = await ingestBars(db, systemClock, { rows, source: 'bench', payloadId: null })
      const ingested = performance.now() - began
      if (written !== rows.length) throw new Error(`${written} of ${rows.length} bars were written`)

      // The very same table, so that both pay for its keys and its reference to the instruments.
      await sql`truncate bars`
      const copyBegan = performance.now()
      const sink =
        await sql`copy bars (instrument_id, session_date, revision, open, high, low, close, adj_close, volume,
        status, basis, source, epoch, recorded_at) from stdin`.writable()
      await pipeline(Readable.from(copyLines(rows)), sink)
      const copied = performance.now() - copyBegan
      return [
        {
          what: `${rows.length} bars ingested, in COPYs of the same rows`,
          value: ingested / copied,
          limit: 3,
          unit: 'x',
        },
      ]
    } finally {
      await close()
      await server.stop()
    }
  },
}

function series(instrumentId: number): BarRow[] {
  const start = Date.UTC(2000, 0, 3)
  return Array.from({ length: SESSIONS }, (_, index) => {
    const close = 10 + (index % 997) / 7
    return {
      instrumentId,
      date: isoDateSchema.parse(new Date(start + index * 86_400_000).toISOString().slice(0, 10)),
      open: close - 0.1,
      high: close + 0.2,
      low: close - 0.3,
      close,
      adjClose: close,
      volume: 1_000_000 + index,
      status: 'final',
      basis: 'splits',
      flags: [],
      epoch: 1,
    }
  })
}

function* copyLines(rows: readonly BarRow[]): Generator<string> {
  for (const { instrumentId, date, open, high, low, close, adjClose, volume, epoch } of rows)
    yield `${[instrumentId, date, 1, open, high, low, close, adjClose, volume, 'final', 'splits', 'bench', epoch, '2026-11-21 00:00:00+00'].join('\t')}\n`
}
