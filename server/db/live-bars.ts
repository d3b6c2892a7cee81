/** What the store holds of an instrument from live sources: what a fresh answer is judged by. Starter rows take no part. */
import { barSchema, type Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, gte, isNull, lt, max, min, ne, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { Revision } from './revision.ts'
import { bars } from './schema/bars.ts'

const live = (instrumentId: number) =>
  and(eq(bars.instrumentId, instrumentId), isNull(bars.supersededAt), ne(bars.source, 'starter'))

const isTrusted = sql`not 'suspect' = any(${bars.flags})`

/** A series as one source tells it. */
export type SeriesOf = { readonly instrumentId: number; readonly source: string }

/**
 * `first` is the oldest live day, whoever told it; `newestFinal` the newest final and trusted one of that source: a window
 * that begins after it would have nothing to be judged by. null where there is none. `epoch` counts the rescalings so
 * far, from 1.
 */
export type LiveSpan = {
  readonly first: IsoDate | null
  readonly newestFinal: IsoDate | null
  readonly epoch: number
}

export async function findLiveSpan(db: Executor, { instrumentId, source }: SeriesOf): Promise<LiveSpan> {
  const [row] = await db
    .select({
      first: min(bars.sessionDate),
      newestFinal: sql<IsoDate | null>`max(${bars.sessionDate}) filter (
        where ${bars.source} = ${source} and ${bars.status} = 'final' and ${isTrusted})`,
      epoch: max(bars.epoch),
    })
    .from(bars)
    .where(live(instrumentId))
  return { first: row?.first ?? null, newestFinal: row?.newestFinal ?? null, epoch: row?.epoch ?? 1 }
}

/**
 * Final closes of a source from a day on that are a measure: those under suspicion are none, nor are another source's,
 * which may be on another basis.
 */
export async function listFinalCloses(
  db: Executor,
  { instrumentId, source, from }: SeriesOf & { readonly from: IsoDate },
): Promise<readonly Pick<Bar, 'date' | 'close'>[]> {
  return db
    .select({ date: bars.sessionDate, close: bars.close })
    .from(bars)
    .where(
      and(
        live(instrumentId),
        eq(bars.source, source),
        eq(bars.status, 'final'),
        gte(bars.sessionDate, from),
        isTrusted,
      ),
    )
}

/** A current bar and whose it is. */
export type SourcedBar = { readonly source: string; readonly bar: Bar }

/** Every current bar, the starter's included, ascending by day. */
export async function listCurrentBars(db: Executor, instrumentId: number): Promise<readonly SourcedBar[]> {
  const rows = await db
    .select()
    .from(bars)
    .where(and(eq(bars.instrumentId, instrumentId), isNull(bars.supersededAt)))
    .orderBy(asc(bars.sessionDate))
  return rows.map(({ sessionDate, source, ...row }) => ({
    source,
    bar: barSchema.parse({ ...row, date: sessionDate }),
  }))
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
