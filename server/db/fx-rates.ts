import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { fxRates } from './schema/fx-rates.ts'

export type RateWrite = {
  /** Each currency and day at most once. */
  readonly rates: readonly EuroRate[]
  readonly source: string
  readonly payloadId: number | null
}

/** Writes reference rates as revisions and gives their number: of a corrected rate both are kept, the later is current. */
export async function upsertFxRates(
  revision: Revision,
  { rates, source, payloadId }: RateWrite,
): Promise<number> {
  return reviseRows(revision, {
    table: 'fx_rates',
    key: ['currency', 'rate_date'],
    incoming: sql`
      select currency, "date" as rate_date, "perEur" as per_eur
      from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as incoming(currency text, "date" date, "perEur" float8)`,
    changed: sql`(h.source, h.per_eur) is distinct from (${source}, n.per_eur)`,
    values: {
      per_eur: sql`n.per_eur`,
      source: sql`${source}`,
      payload_id: sql`${payloadId}::int`,
    },
  })
}

/** Of the rates written at that instant, those that replaced another: corrections of the past. */
export async function countCorrectedRates(db: Executor, recordedAt: Instant): Promise<number> {
  return db.$count(fxRates, and(eq(fxRates.recordedAt, recordedAt), gt(fxRates.revision, 1)))
}

/** The currencies of which any rate is held. */
export async function listHeldCurrencies(db: Executor): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ currency: fxRates.currency })
    .from(fxRates)
    .where(isNull(fxRates.supersededAt))
  return new Set(rows.map(({ currency }) => currency))
}
