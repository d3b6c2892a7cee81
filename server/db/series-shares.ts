/** What the store holds of every price series, in a handful of queries over all of them. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import { parseTimestamptz } from './timestamptz.ts'

/** The current bars of one instrument from one source. `newestFinal` null: only provisional ones. */
export type SeriesShare = {
  readonly instrumentId: number
  readonly source: string
  readonly bars: number
  readonly first: IsoDate
  readonly newestFinal: IsoDate | null
  readonly epoch: number
  readonly suspects: number
  readonly lastChangedAt: Instant
}

type ShareRow = {
  instrument_id: number
  source: string
  bars: number
  first: IsoDate
  newest_final: IsoDate | null
  epoch: number
  suspects: number
  last_changed_at: string
}

/** One per instrument and source that has current bars. */
export async function listSeriesShares(db: Executor): Promise<readonly SeriesShare[]> {
  const rows = await db.execute<ShareRow>(sql`
    select instrument_id, source, count(*)::int as bars, min(session_date)::text as first,
      max(session_date) filter (where status = 'final')::text as newest_final, max(epoch)::int as epoch,
      count(*) filter (where 'suspect' = any(flags))::int as suspects, max(recorded_at)::text as last_changed_at
    from bars where superseded_at is null
    group by instrument_id, source order by instrument_id, source`)
  return rows.map((row) => ({
    instrumentId: row.instrument_id,
    source: row.source,
    bars: row.bars,
    first: row.first,
    newestFinal: row.newest_final,
    epoch: row.epoch,
    suspects: row.suspects,
    lastChangedAt: parseTimestamptz(row.last_changed_at),
  }))
}

/**
 * Per instrument the number of days whose final live close was another one before, on the same scale and basis: what
 * vendors corrected. Rescalings, restated dividends and the first live answer over starter rows are none.
 */
export async function countCorrections(db: Executor): Promise<ReadonlyMap<number, number>> {
  const rows = await db.execute<{ instrument_id: number; days: number }>(sql`
    select former.instrument_id, count(distinct former.session_date)::int as days
    from bars former
    join bars held on held.instrument_id = former.instrument_id and held.session_date = former.session_date
      and held.superseded_at is null and held.epoch = former.epoch and held.basis = former.basis
      and abs(held.close - former.close) > 1e-6 * held.close
    where former.superseded_at is not null and former.status = 'final' and former.source <> 'starter'
    group by former.instrument_id`)
  return new Map(rows.map(({ instrument_id: id, days }) => [id, days]))
}

/** The first current day of an instrument after `after`; null: from the beginning. Only of the instruments asked for. */
export async function listFirstDaysAfter(
  db: Executor,
  asked: readonly { readonly instrumentId: number; readonly after: IsoDate | null }[],
): Promise<ReadonlyMap<number, IsoDate>> {
  if (asked.length === 0) return new Map()
  const rows = await db.execute<{ instrument_id: number; first: IsoDate }>(sql`
    select asked.instrument_id, first.session_date::text as first
    from unnest(
      ${arrayLiteral(asked.map(({ instrumentId }) => instrumentId))}::smallint[],
      ${arrayLiteral(asked.map(({ after }) => after))}::date[]
    ) as asked(instrument_id, after)
    cross join lateral (
      select session_date from bars
      where bars.instrument_id = asked.instrument_id and superseded_at is null and source <> 'starter'
        and (asked.after is null or session_date > asked.after)
      order by session_date limit 1) first`)
  return new Map(rows.map(({ instrument_id: id, first }) => [id, first]))
}

/** Per instrument the number of answers that wait for a decision. */
export async function countQuarantined(db: Executor): Promise<ReadonlyMap<number, number>> {
  const rows = await db.execute<{ instrument_id: number; answers: number }>(sql`
    select instrument_id, count(*)::int as answers from quarantine where decided_at is null group by instrument_id`)
  return new Map(rows.map(({ instrument_id: id, answers }) => [id, answers]))
}
