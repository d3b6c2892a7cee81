import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { shownFilings, type CompanyName } from './filing-merge.ts'
import { filings } from './schema/filings.ts'

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
  const { from, to, forms, sensitive, after, limit } = asked
  const latest = after === null || (to !== undefined && to < after.publishedOn) ? to : after.publishedOn
  return db
    .select(shown)
    .from(sql`(${shownFilings({ ...asked, to: latest })}) as shown`)
    .where(
      and(
        from === undefined ? undefined : gte(shown.publishedOn, from),
        to === undefined ? undefined : lte(shown.publishedOn, to),
        forms === undefined ? undefined : inArray(shown.form, [...forms]),
        sensitive === undefined ? undefined : eq(shown.priceSensitive, sensitive),
        after === null ? undefined : sql`(${sql.join(place, sql`, `)}) < (${placeOf(after)})`,
      ),
    )
    .orderBy(...place.map((part) => desc(part)))
    .limit(limit)
}

/** The columns of the query of the filings shown. */
const shown = {
  id: sql<string>`id`,
  source: sql<string>`source`,
  sources: sql<string[]>`sources`,
  sourceId: sql<string>`source_id`,
  ticker: sql<string>`ticker`,
  form: sql<string>`form`,
  category: sql<string>`category`,
  title: sql<string>`title`,
  titleEn: sql<string | null>`title_en`,
  publishedOn: sql<IsoDate>`published_on`.mapWith(filings.publishedOn),
  publishedAt: sql<Instant | null>`published_at`.mapWith(filings.publishedAt),
  precision: sql<FilingRow['precision']>`precision`,
  url: sql<string | null>`url`,
  priceSensitive: sql<boolean | null>`price_sensitive`,
  removedUpstream: sql<boolean>`removed_upstream`,
  reportDate: sql<string | null>`report_date`,
  firstSeenAt: sql<Instant>`first_seen_at`.mapWith(filings.firstSeenAt),
}

const place = [
  sql`published_on`,
  sql`coalesce(published_at, '-infinity'::timestamptz)`,
  sql`source collate "C"`,
  sql`source_id collate "C"`,
  sql`ticker collate "C"`,
]

const placeOf = ({ publishedOn, publishedAt, source, sourceId, ticker }: FilingKey) => sql`
  ${publishedOn}::date, coalesce(${publishedAt}::timestamptz, '-infinity'), ${source}, ${sourceId}, ${ticker}`
