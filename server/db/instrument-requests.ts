/** Symbols somebody wants followed, and how far that has come. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { instrumentRequests } from './schema/instrument-requests.ts'

export type InstrumentRequest = typeof instrumentRequests.$inferSelect

const open = ['pending', 'looking-up', 'backfilling'] as const

/** The newest `limit` of them, newest first. */
export async function listInstrumentRequests(
  db: Executor,
  limit: number,
): Promise<readonly InstrumentRequest[]> {
  return db.select().from(instrumentRequests).orderBy(desc(instrumentRequests.id)).limit(limit)
}

/** Those that no job has brought to an end, the oldest first; one that a kill has cut short is among them. */
export async function listOpenRequests(db: Executor): Promise<readonly InstrumentRequest[]> {
  return db
    .select()
    .from(instrumentRequests)
    .where(inArray(instrumentRequests.state, [...open]))
    .orderBy(asc(instrumentRequests.id))
}

/** Notes a request; one for the same symbol that is still open is given instead. */
export async function askForInstrument(
  db: Executor,
  { symbol, now }: { readonly symbol: string; readonly now: Instant },
): Promise<InstrumentRequest> {
  const [underWay] = await db
    .select()
    .from(instrumentRequests)
    .where(and(eq(instrumentRequests.symbol, symbol), inArray(instrumentRequests.state, [...open])))
  if (underWay !== undefined) return underWay
  const detail = 'Waiting for its turn.'
  const [row] = await db
    .insert(instrumentRequests)
    .values({ symbol, state: 'pending', detail, askedAt: now, changedAt: now })
    .returning()
  if (row === undefined) throw new Error('an inserted request has a row')
  return row
}

export async function noteProgress(
  db: Executor,
  id: number,
  change: Partial<Pick<InstrumentRequest, 'ticker' | 'barsStored'>> &
    Pick<InstrumentRequest, 'state' | 'detail' | 'changedAt'>,
): Promise<void> {
  await db.update(instrumentRequests).set(change).where(eq(instrumentRequests.id, id))
}
