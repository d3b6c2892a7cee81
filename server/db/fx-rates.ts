import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, isNull, max, ne, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { fxRates } from './schema/fx-rates.ts'

export type RateWrite = {
  /** Each currency and day at most once. */
  readonly rates: readonly EuroRate[]
  readonly source: string
  readonly payloadId: number | null
  /** True for a source that stands in for another: its rates never replace those of any other. */
  readonly standsIn?: boolean
}

/** Writes reference rates as revisions and gives their number: of a corrected rate both are kept, the later is current. */
export async function upsertFxRates(
  revision: Revision,
  { rates, source, payloadId, standsIn = false }: RateWrite,
): Promise<number> {
  return reviseRows(revision, {
    table: 'fx_rates',
    key: ['currency', 'rate_date'],
    incoming: sql`
      select currency, "date" as rate_date, "perEur" as per_eur
      from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as incoming(currency text, "date" date, "perEur" float8)`,
    changed: standsIn
      ? sql`h.source = ${source} and h.per_eur is distinct from n.per_eur`
      : sql`(h.source, h.per_eur) is distinct from (${source}, n.per_eur)`,
    values: {
      per_eur: sql`n.per_eur`,
      source: sql`${source}`,
      payload_id: sql`${payloadId}::int`,
    },
  })
}

/** Of the rates replaced at that instant, those that the same source had given: corrections of the past. */
export async function countCorrectedRates(db: Executor, recordedAt: Instant): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count
    from fx_rates former
    join fx_rates now on now.currency = former.currency and now.rate_date = former.rate_date
      and now.revision = former.revision + 1
    where former.superseded_at = ${recordedAt} and now.source = former.source`)
  return row?.count ?? 0
}

/** The newest day of each currency's current rates, those of one source left out. */
export async function listNewestRates(db: Executor, but: string): Promise<ReadonlyMap<string, IsoDate>> {
  const rows = await db
    .select({ currency: fxRates.currency, newest: max(fxRates.rateDate) })
    .from(fxRates)
    .where(and(isNull(fxRates.supersededAt), ne(fxRates.source, but)))
    .groupBy(fxRates.currency)
  return new Map(rows.flatMap(({ currency, newest }) => (newest === null ? [] : [[currency, newest]])))
}

/** The currencies of which any rate is held. */
export async function listHeldCurrencies(db: Executor): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ currency: fxRates.currency })
    .from(fxRates)
    .where(isNull(fxRates.supersededAt))
  return new Set(rows.map(({ currency }) => currency))
}
