import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, gte, inArray, isNotNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { mergedFilings, mergedSources, type CompanyName } from './filing-merge.ts'
import { heldAt } from './held-at.ts'
import { filings } from './schema/filings.ts'
import { instruments } from './schema/instruments.ts'

type FilingRow = typeof filings.$inferSelect

/**
 * A filing as stored, with the ticker it belongs to: where several sources list it, the row of the best one. `id` stays
 * when a further source joins, `sources` begins with the best. `reportDate`: the period it is about, null where unsaid.
 */
export type HeldFiling = Pick<
  FilingRow,
  | 'source'
  | 'sourceId'
  | 'form'
  | 'category'
  | 'title'
  | 'titleEn'
  | 'publishedOn'
  | 'publishedAt'
  | 'precision'
  | 'url'
  | 'priceSensitive'
  | 'removedUpstream'
  | 'firstSeenAt'
> & {
  readonly ticker: string
  readonly id: string
  readonly sources: readonly string[]
  readonly reportDate: string | null
}

export type FilingsAsked = {
  /** undefined: of every instrument. */
  readonly tickers: readonly string[] | undefined
  /** Bounds of the day of publication, inclusive. */
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  readonly forms: readonly string[] | undefined
  /** true: only what the exchange marked; false: only what it marked as not; undefined: all. */
  readonly sensitive: boolean | undefined
  readonly asOf: Instant | null
  /** Only filings after this one in the list; null: from the beginning. */
  readonly after: FilingKey | null
  readonly limit: number
  /** Names by which notices of several sources are known as one. */
  readonly companies: readonly CompanyName[]
}

/** The place of a filing in the list. */
export type FilingKey = Pick<HeldFiling, 'publishedOn' | 'publishedAt' | 'source' | 'sourceId' | 'ticker'>

/** At most `limit` filings, newest first; of a day, those whose hour is not known come last. */
export async function listFilings(db: Executor, asked: FilingsAsked): Promise<readonly HeldFiling[]> {
  const { tickers, from, to, forms, sensitive, asOf, after, limit } = asked
  const place = [
    filings.publishedOn,
    sql`coalesce(${filings.publishedAt}, '-infinity'::timestamptz)`,
    sql`${filings.source} collate "C"`,
    sql`${filings.sourceId} collate "C"`,
    sql`${instruments.ticker} collate "C"`,
  ]
  const latest = after === null || (to !== undefined && to < after.publishedOn) ? to : after.publishedOn
  return db
    .select({
      id: sql<string>`coalesce(merged.id, ${filings.source} || ':' || ${filings.sourceId})`,
      source: filings.source,
      sources: sql<string[]>`coalesce(merged.sources, array[${filings.source}])`,
      sourceId: filings.sourceId,
      ticker: instruments.ticker,
      form: filings.form,
      category: filings.category,
      title: filings.title,
      titleEn: filings.titleEn,
      publishedOn: filings.publishedOn,
      publishedAt: filings.publishedAt,
      precision: filings.precision,
      url: sql<string | null>`coalesce(merged.url, ${filings.url})`,
      priceSensitive: filings.priceSensitive,
      removedUpstream: filings.removedUpstream,
      reportDate: sql<string | null>`${filings.details}->>'reportDate'`,
      firstSeenAt: sql<Instant>`coalesce(merged.first_seen_at, ${filings.firstSeenAt})`.mapWith(
        filings.firstSeenAt,
      ),
    })
    .from(filings)
    .innerJoin(instruments, eq(instruments.id, filings.instrumentId))
    .leftJoin(
      sql`(${mergedFilings({ ...asked, to: latest })}) as merged`,
      sql`(merged.source, merged.source_id, merged.instrument_id)
        = (${filings.source}, ${filings.sourceId}, ${filings.instrumentId})`,
    )
    .where(
      and(
        heldAt(filings, asOf),
        or(notInArray(filings.source, mergedSources), isNotNull(sql`merged.id`)),
        tickers === undefined ? undefined : inArray(instruments.ticker, [...tickers]),
        from === undefined ? undefined : gte(filings.publishedOn, from),
        to === undefined ? undefined : lte(filings.publishedOn, to),
        forms === undefined ? undefined : inArray(filings.form, [...forms]),
        sensitive === undefined ? undefined : eq(filings.priceSensitive, sensitive),
        after === null ? undefined : sql`(${sql.join(place, sql`, `)}) < (${placeOf(after)})`,
      ),
    )
    .orderBy(...place.map((part) => desc(part)))
    .limit(limit)
}

const placeOf = ({ publishedOn, publishedAt, source, sourceId, ticker }: FilingKey) => sql`
  ${publishedOn}::date, coalesce(${publishedAt}::timestamptz, '-infinity'), ${source}, ${sourceId}, ${ticker}`
