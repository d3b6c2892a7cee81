import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, eq, isNull, max, min, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { bars } from './schema/bars.ts'
import { instruments } from './schema/instruments.ts'
import { referenceRevisions } from './schema/reference.ts'

/** The store's number of each ticker it has ever known. */
export async function listInstrumentIds(db: Executor): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select().from(instruments)
  return new Map(rows.map(({ ticker, id }) => [ticker, id]))
}

/** The store's numbers of the instruments that keep an exchange's sessions. */
export async function listIdsOn(db: Executor, calendar: CalendarId): Promise<readonly number[]> {
  const rows = await db
    .select({ id: instruments.id })
    .from(instruments)
    .innerJoin(referenceRevisions, eq(referenceRevisions.key, instruments.ticker))
    .where(
      and(
        eq(referenceRevisions.kind, 'instrument'),
        isNull(referenceRevisions.supersededAt),
        sql`${referenceRevisions.body}->>'calendar' = ${calendar}`,
      ),
    )
  return rows.map(({ id }) => id)
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
