/**
 * A million daily bars from the bytes a provider sends to committed rows (kept answer, parsing, judging, revisions),
 * against PostgreSQL's own COPY of the same rows into the same table; and what that does to memory.
 */
import { once } from 'node:events'
import { askProvider } from '../../jobs/providers/ask-provider.ts'
import { yahoo } from '../../jobs/providers/yahoo.ts'
import { payloadStore } from '@oreline/server/db/payloads.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { takeInHistory } from '@oreline/server/db/take-in-history.ts'
import { sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import { isoDateSchema, tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { answerOf } from '../support/answers.ts'
import { systemClock } from '../support/clock.ts'
import { seedIndexes } from '../support/seed-files.ts'
import { chartReply } from '../support/stand-in/yahoo-reply.ts'
import { draftChart } from '../support/stand-in/yahoo-market.ts'
import { quoteQuery } from '../support/yahoo-rehearsal.ts'
import type { Bench } from './bench.ts'
import { withSeededStore } from './bench-store.ts'

const BARS = 1_000_000
const FROM = isoDateSchema.parse('2020-01-01')
const TO = isoDateSchema.parse('2026-11-20')
const now = answerOf('').fetchedAt

export const wireBench: Bench = {
  name: 'wire',
  run: async () =>
    withSeededStore(async (store) => {
      await store.sql`delete from bars`
      const perSeries = sessionsBetween(indexes.XNYS, FROM, TO).length
      const tickers = Array.from({ length: Math.ceil(BARS / perSeries) }, (_, place) => `B${place}`)
      const ids = await store.sql<{ id: number }[]>`
        insert into instruments (ticker) select unnest(${tickers}::text[]) returning id`
      const memory: number[] = []
      let ingested = 0
      let rows = 0
      for (const [place, { id }] of ids.entries()) {
        const body = chartOf(`B${place}`)
        const began = performance.now()
        rows += await takeIn(store, `B${place}`, id, body)
        ingested += performance.now() - began
        memory.push(process.memoryUsage.rss())
      }
      const copied = await copyOfTheSame(store)
      const quarter = Math.floor(memory.length / 4)
      const most = (samples: readonly number[]) => Math.max(...samples)
      return [
        {
          what: `${rows} bars from wire to rows (${tickers.length} answers), in COPYs of the same rows`,
          value: ingested / copied,
          limit: 3,
          unit: 'x',
        },
        {
          what: `memory in the last quarter against the first (${Math.round(most(memory) / 1e6)} MB at most)`,
          value: most(memory.slice(-quarter)) / most(memory.slice(0, quarter)),
          limit: 1.2,
          unit: 'x',
        },
      ]
    }),
}

const indexes = seedIndexes()
const { instrument } = quoteQuery('MP')
const named = (ticker: string) => ({ ...instrument, ticker: tickerSchema.parse(ticker), yahoo: ticker })

/** The same figures under every name: only their number matters. */
function chartOf(ticker: string): string {
  const draft = draftChart({
    instrument,
    sessions: indexes.XNYS,
    period1: Date.parse(FROM) / 1_000,
    period2: Date.parse(TO) / 1_000 + 86_400,
    now,
  })
  draft.meta['symbol'] = ticker
  return JSON.stringify(chartReply(draft).body)
}

async function takeIn({ db }: Store, ticker: string, instrumentId: number, body: string): Promise<number> {
  const { outcome, payloadIds } = await askProvider(
    yahoo,
    { instrument: named(ticker), sessions: indexes.XNYS, from: FROM, to: TO },
    {
      http: { ask: async () => Promise.resolve(answerOf(body)) },
      payloads: payloadStore(db),
      clock: () => now,
      settings: { secContact: null, yahooUserAgent: null, eodhdApiToken: null },
    },
  )
  if (outcome.kind !== 'ok' || outcome.items[0] === undefined) throw new Error(`${ticker}: ${outcome.kind}`)
  const taken = await takeInHistory(db, systemClock, {
    instrumentId,
    ticker,
    source: yahoo.id,
    history: outcome.items[0],
    rejects: outcome.rejects,
    payloadId: outcome.raw.payloadId,
    payloadIds,
    asked: { from: FROM, to: null },
  })
  if (taken.kind !== 'stored') throw new Error(`${ticker}: ${taken.kind}`)
  return taken.written.rows
}

/** Out of the table and into it again, emptied: both pay for its keys and its reference to the instruments. */
async function copyOfTheSame({ sql }: Store): Promise<number> {
  const lines: Buffer[] = []
  for await (const line of await sql`copy bars to stdout`.readable()) lines.push(line)
  await sql`truncate bars`
  const began = performance.now()
  const sink = await sql`copy bars from stdin`.writable()
  for (const line of lines) if (!sink.write(line)) await once(sink, 'drain')
  sink.end()
  await once(sink, 'finish')
  return performance.now() - began
}
