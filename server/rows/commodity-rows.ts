/** Commodity series as they are listed, and what their prices are converted by. */
import type { CommodityRow } from '@oreline/shared/api/commodities.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Commodity } from '@oreline/shared/domain/commodities/commodity.ts'
import type { CrossRate } from '@oreline/shared/domain/fx/cross.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../db/client.ts'
import { findCommodity, listCommodities } from '../db/commodities.ts'
import { listPointSpans, type PointSpan } from '../db/commodity-points.ts'
import { readCrossRates } from './cross-rates.ts'

/** How long a reference rate is used. */
const RATE_DAYS = 7

export async function commodityRows(db: Executor, asOf: Instant | null): Promise<readonly CommodityRow[]> {
  const spans = await listPointSpans(db, asOf)
  return (await listCommodities(db, asOf)).map((commodity) => rowOf(commodity, spans.get(commodity.id)))
}

export async function commodityRow(db: Executor, commodity: Commodity): Promise<CommodityRow> {
  return rowOf(commodity, (await listPointSpans(db, null)).get(commodity.id))
}

const rowOf = (commodity: Commodity, span: PointSpan | undefined): CommodityRow => ({
  ...commodity,
  points: span?.points ?? 0,
  first_day: span?.first ?? null,
  newest_day: span?.newest ?? null,
  newest_value: span?.newestValue ?? null,
})

/** Refuses an id that nothing was described under: an empty answer would say that it has no prices. */
export async function knownCommodity(db: Executor, id: string, asOf: Instant | null): Promise<Commodity> {
  const commodity = await findCommodity(db, id, asOf)
  if (commodity !== null) return commodity
  throw new AppError('unknown-commodity', `no such commodity series: ${id}`, { parameter: 'series' })
}

/** Rates from the series' currency into USD around its points, ascending; empty where none are wanted. */
export async function ratesFor(
  db: Executor,
  {
    commodity,
    into,
    points,
    asOf,
  }: {
    readonly commodity: Commodity
    readonly into: 'published' | 'USD'
    readonly points: readonly { readonly date: IsoDate }[]
    readonly asOf: Instant | null
  },
): Promise<readonly CrossRate[]> {
  const [first] = points
  const { currency } = commodity
  if (into === 'published' || currency === into || first === undefined) return []
  const span = { from: addDays(first.date, -RATE_DAYS), to: points.at(-1)?.date }
  const rates = await readCrossRates(db, [currency], { into, ...span, asOf })
  return rates.get(currency) ?? []
}
