import { barGapSchema, type BarGap } from '@oreline/shared/domain/prices/bar.ts'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import type { Revision } from './revision.ts'
import { gaps as gapsTable } from './schema/gaps.ts'

export type GapWrite = {
  readonly instrumentId: number
  readonly source: string
  /** Each day at most once. */
  readonly gaps: readonly BarGap[]
}

/**
 * Notes the sessions for which the source gave no price, counting how often it was asked in vain, and closes those that
 * have one by now. A session that has a bar, from this source or another, is no gap. Gives the number of new ones.
 */
export async function recordGaps(
  { tx, recordedAt }: Revision,
  { instrumentId, source, gaps }: GapWrite,
): Promise<number> {
  await tx.execute(sql`
    update gaps set filled_at = ${recordedAt}
    from bars
    where gaps.instrument_id = ${instrumentId} and gaps.filled_at is null
      and bars.instrument_id = gaps.instrument_id and bars.session_date = gaps.session_date
      and bars.superseded_at is null`)
  const noted = await tx.execute<{ is_new: boolean }>(sql`
    insert into gaps (instrument_id, session_date, source, reason, first_seen_at, last_tried_at)
    select ${instrumentId}::smallint, missing.date, ${source}, missing.reason, ${recordedAt}::timestamptz,
      ${recordedAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) as missing(date date, reason text)
    where not exists (
      select from bars where instrument_id = ${instrumentId} and session_date = missing.date and superseded_at is null)
    on conflict (instrument_id, session_date, source) do update
      set reason = excluded.reason, last_tried_at = excluded.last_tried_at, tries = gaps.tries + 1, filled_at = null
    returning tries = 1 as is_new`)
  return noted.filter(({ is_new: isNew }) => isNew).length
}

/** What a source has said of a session without a price, and how often. */
export type GapRecord = Pick<
  typeof gapsTable.$inferSelect,
  'instrumentId' | 'sessionDate' | 'source' | 'firstSeenAt' | 'lastTriedAt' | 'tries'
> & { readonly reason: BarGap['reason'] }

/** Of the instruments' open gaps what the source asked last said, or the one given, one per instrument and session. */
export async function listGapRecords(
  db: Executor,
  instrumentIds: readonly number[],
  ofSource?: string,
): Promise<readonly GapRecord[]> {
  const { instrumentId, sessionDate, source, reason, firstSeenAt, lastTriedAt, tries } = gapsTable
  const rows = await db
    .selectDistinctOn([instrumentId, sessionDate], {
      instrumentId,
      sessionDate,
      source,
      reason,
      firstSeenAt,
      lastTriedAt,
      tries,
    })
    .from(gapsTable)
    .where(
      and(
        isNull(gapsTable.filledAt),
        ofSource === undefined ? undefined : eq(source, ofSource),
        sql`${instrumentId} = any(${arrayLiteral(instrumentIds)}::smallint[])`,
      ),
    )
    .orderBy(asc(instrumentId), asc(sessionDate), desc(lastTriedAt))
  return rows.map((row) => ({ ...row, reason: barGapSchema.shape.reason.parse(row.reason) }))
}
