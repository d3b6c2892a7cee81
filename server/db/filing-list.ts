import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { filings } from './schema/filings.ts'
import { instruments } from './schema/instruments.ts'

type FilingRow = typeof filings.$inferSelect

/** A filing as stored, with the ticker it belongs to. */
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
> & { readonly ticker: string }

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
  return db
    .select({
      source: filings.source,
      sourceId: filings.sourceId,
      ticker: instruments.ticker,
      form: filings.form,
      category: filings.category,
      title: filings.title,
      titleEn: filings.titleEn,
      publishedOn: filings.publishedOn,
      publishedAt: filings.publishedAt,
      precision: filings.precision,
      url: filings.url,
      priceSensitive: filings.priceSensitive,
      removedUpstream: filings.removedUpstream,
      firstSeenAt: filings.firstSeenAt,
    })
    .from(filings)
    .innerJoin(instruments, eq(instruments.id, filings.instrumentId))
    .where(
      and(
        heldAt(filings, asOf),
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
