/** Dates of companies that operators recorded, and how much is held of what others are worked out from. */
import {
  companyDateKey,
  recordedCompanyDateSchema,
  type RecordedCompanyDate,
} from '@oreline/shared/domain/company-dates/company-date.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { count, eq, max, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { listReference } from './reference-rows.ts'
import { filings } from './schema/filings.ts'
import { instruments } from './schema/instruments.ts'

/** A recorded date and the revision it is held as. */
export type HeldCompanyDate = {
  readonly date: RecordedCompanyDate
  readonly revision: number
  readonly recordedAt: Instant
}

/** As they stood at an instant (null: now), by key; one of them where it is named. */
export async function listCompanyDates(
  db: Executor,
  asOf: Instant | null,
  one?: Pick<RecordedCompanyDate, 'ticker' | 'kind' | 'period'>,
): Promise<readonly HeldCompanyDate[]> {
  const key = one === undefined ? {} : { key: companyDateKey(one) }
  const rows = await listReference(db, 'company-date', { asOf, ...key })
  return rows.map(({ id, body, recordedAt }) => ({
    date: recordedCompanyDateSchema.parse(body),
    revision: id,
    recordedAt,
  }))
}

/** How many filings were held of each company at an instant (null: now), the day of the newest, and whose; one without any is absent. */
export async function listFilingSpans(
  db: Executor,
  asOf: Instant | null,
): Promise<
  ReadonlyMap<
    string,
    { readonly held: number; readonly newest: IsoDate | null; readonly sources: readonly string[] }
  >
> {
  const sources = sql<string[]>`array_agg(distinct ${filings.source})`
  const rows = await db
    .select({ ticker: instruments.ticker, held: count(), newest: max(filings.publishedOn), sources })
    .from(filings)
    .innerJoin(instruments, eq(instruments.id, filings.instrumentId))
    .where(heldAt(filings, asOf))
    .groupBy(instruments.ticker)
  return new Map(rows.map(({ ticker, ...span }) => [ticker, span]))
}
