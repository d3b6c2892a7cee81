import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { eq, max, min } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { bars } from './schema/bars.ts'
import { instruments } from './schema/instruments.ts'

/** The store's number of each ticker it has ever known. */
export async function listInstrumentIds(db: Executor): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select().from(instruments)
  return new Map(rows.map(({ ticker, id }) => [ticker, id]))
}

/** First and last session of the bars held at an instant (null: now), by ticker; a ticker without bars is absent. */
export async function listBarSpans(
  db: Executor,
  asOf: Instant | null,
): Promise<ReadonlyMap<string, { readonly first: IsoDate | null; readonly last: IsoDate | null }>> {
  const rows = await db
    .select({ ticker: instruments.ticker, first: min(bars.sessionDate), last: max(bars.sessionDate) })
    .from(bars)
    .innerJoin(instruments, eq(instruments.id, bars.instrumentId))
    .where(heldAt(bars, asOf))
    .groupBy(instruments.ticker)
  return new Map(rows.map(({ ticker, first, last }) => [ticker, { first, last }]))
}
