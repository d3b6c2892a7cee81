/** Prices of commodities, as published, with their history. */
import type { CommodityPoint } from '@oreline/shared/domain/commodities/commodity-point.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, gt, gte, lte, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { commodityPoints } from './schema/commodity-points.ts'

export type PointWrite = {
  readonly series: string
  /** Each day at most once. */
  readonly points: readonly CommodityPoint[]
  readonly source: string
  readonly payloadId: number | null
}

/** Writes points as revisions and gives their number: a point that says what is held, from the same source, is none. */
export async function upsertCommodityPoints(
  revision: Revision,
  { series, points, source, payloadId }: PointWrite,
): Promise<number> {
  const rows = points.map(({ flags, ...point }) => ({ ...point, flags: flags.join(' ') }))
  return reviseRows(revision, {
    table: 'commodity_points',
    key: ['series', 'date'],
    incoming: sql`
      select ${series}::text as series, "date", value, low, high, string_to_array(flags, ' ') as flags
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as incoming("date" date, value float8, low float8, high float8, flags text)`,
    changed: sql`(h.value, h.low, h.high, h.source) is distinct from (n.value, n.low, n.high, ${source})`,
    values: {
      value: sql`n.value`,
      low: sql`n.low`,
      high: sql`n.high`,
      flags: sql`n.flags`,
      source: sql`${source}`,
      payload_id: sql`${payloadId}::int`,
    },
  })
}

/** A point as stored. */
export type HeldPoint = CommodityPoint & { readonly source: string; readonly recordedAt: Instant }

/** Points of a series as they stood at an instant (null: now), ascending by day; `after`: only later days. */
export async function listCommodityPoints(
  db: Executor,
  asked: {
    readonly series: string
    readonly from: IsoDate | undefined
    readonly to: IsoDate | undefined
    readonly asOf: Instant | null
    readonly after: IsoDate | null
    readonly limit: number
  },
): Promise<readonly HeldPoint[]> {
  const { date, value, low, high, flags, source, recordedAt } = commodityPoints
  const { series, from, to, asOf, after, limit } = asked
  return db
    .select({ date, value, low, high, flags, source, recordedAt })
    .from(commodityPoints)
    .where(
      and(
        eq(commodityPoints.series, series),
        from === undefined ? undefined : gte(date, from),
        to === undefined ? undefined : lte(date, to),
        after === null ? undefined : gt(date, after),
        heldAt(commodityPoints, asOf),
      ),
    )
    .orderBy(asc(date))
    .limit(limit)
}

/** How many points a series has, from when until when, and the newest price as published. */
export type PointSpan = {
  readonly points: number
  readonly first: IsoDate
  readonly newest: IsoDate
  readonly newestValue: number
}

/** By series; one without points is absent. */
export async function listPointSpans(
  db: Executor,
  asOf: Instant | null,
): Promise<ReadonlyMap<string, PointSpan>> {
  const { series, date, value } = commodityPoints
  const rows = await db
    .select({
      series,
      points: sql<number>`count(*)::int`,
      first: sql<IsoDate>`min(${date})`,
      newest: sql<IsoDate>`max(${date})`,
      newestValue: sql<number>`(array_agg(${value} order by ${date} desc))[1]`,
    })
    .from(commodityPoints)
    .where(heldAt(commodityPoints, asOf))
    .groupBy(series)
  return new Map(rows.map(({ series: id, ...span }) => [id, span]))
}
