import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, gte, inArray, lte } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import type { HeldBar } from './price-history.ts'
import { secondBars } from './schema/second-bars.ts'

export type SecondAsked = {
  readonly instrumentIds: readonly number[]
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  /** null: now. */
  readonly asOf: Instant | null
}

/** What other sources said of those days as it stood, ascending by instrument, day and source. */
export async function listSecondBars(
  db: Executor,
  { instrumentIds, from, to, asOf }: SecondAsked,
): Promise<readonly HeldBar[]> {
  const { instrumentId, sessionDate, source } = secondBars
  return db
    .select({
      instrumentId,
      date: sessionDate,
      open: secondBars.open,
      high: secondBars.high,
      low: secondBars.low,
      close: secondBars.close,
      adjClose: secondBars.adjClose,
      volume: secondBars.volume,
      status: secondBars.status,
      basis: secondBars.basis,
      source,
      flags: secondBars.flags,
      recordedAt: secondBars.recordedAt,
    })
    .from(secondBars)
    .where(
      and(
        inArray(instrumentId, [...instrumentIds]),
        from === undefined ? undefined : gte(sessionDate, from),
        to === undefined ? undefined : lte(sessionDate, to),
        heldAt(secondBars, asOf),
      ),
    )
    .orderBy(asc(instrumentId), asc(sessionDate), asc(source))
}
