/** What the store holds of an instrument from live sources: what a fresh answer is judged by. Starter rows take no part. */
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, eq, gte, isNull, lt, max, min, ne, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { Revision } from './revision.ts'
import { bars } from './schema/bars.ts'

const live = (instrumentId: number) =>
  and(eq(bars.instrumentId, instrumentId), isNull(bars.supersededAt), ne(bars.source, 'starter'))

const isTrusted = sql`not 'suspect' = any(${bars.flags})`

/**
 * `epoch` counts the rescalings so far, from 1; days are null where nothing live, or nothing final and trusted, is held:
 * a window that begins after it would have nothing to be judged by.
 */
export type LiveSpan = {
  readonly first: IsoDate | null
  readonly newestFinal: IsoDate | null
  readonly epoch: number
}

export async function findLiveSpan(db: Executor, instrumentId: number): Promise<LiveSpan> {
  const [row] = await db
    .select({
      first: min(bars.sessionDate),
      newestFinal: sql<IsoDate | null>`max(${bars.sessionDate}) filter (
        where ${bars.status} = 'final' and ${isTrusted})`,
      epoch: max(bars.epoch),
    })
    .from(bars)
    .where(live(instrumentId))
  return { first: row?.first ?? null, newestFinal: row?.newestFinal ?? null, epoch: row?.epoch ?? 1 }
}

/** Final closes from a day on that are a measure: those under suspicion are none. */
export async function listFinalCloses(
  db: Executor,
  { instrumentId, from }: { readonly instrumentId: number; readonly from: IsoDate },
): Promise<readonly Pick<Bar, 'date' | 'close'>[]> {
  return db
    .select({ date: bars.sessionDate, close: bars.close })
    .from(bars)
    .where(and(live(instrumentId), eq(bars.status, 'final'), gte(bars.sessionDate, from), isTrusted))
}

/**
 * Ends the rows of former epochs, once those of the new one are written: on the new scale they would be wrong. They stay
 * readable as of then. Gives the days that have no row now.
 */
export async function endFormerEpochs(
  { tx, recordedAt }: Revision,
  { instrumentId, epoch }: { readonly instrumentId: number; readonly epoch: number },
): Promise<readonly IsoDate[]> {
  const ended = await tx
    .update(bars)
    .set({ supersededAt: recordedAt })
    .where(and(eq(bars.instrumentId, instrumentId), isNull(bars.supersededAt), lt(bars.epoch, epoch)))
    .returning({ date: bars.sessionDate })
  return ended.map(({ date }) => date)
}
