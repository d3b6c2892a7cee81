/**
 * One announcement listed by several sources, put together when it is read, so that any past moment shows what could
 * be put together then. Nothing stored is changed by it.
 */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, eq, gte, inArray, lte, notInArray, sql, type SQL } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import { heldAt } from './held-at.ts'
import { filings } from './schema/filings.ts'
import { instruments } from './schema/instruments.ts'

/** Sources that list the same announcements under ids of their own, the one whose row is shown first. */
const shanghaiSources = ['sse', 'cninfo', 'eastmoney-notices']
const sydneySources = ['asx', 'asx-html']
const mergedSources = [...shanghaiSources, ...sydneySources]

/** How titles name a company, by ticker: what sources put before them, or leave out. null: nothing of the kind. */
export type CompanyName = {
  readonly ticker: string
  readonly name: string | null
  readonly code: string | null
}

type MergeAsked = {
  readonly tickers: readonly string[] | undefined
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  readonly asOf: Instant | null
  readonly companies: readonly CompanyName[]
}

/** Rows of one announcement lie so many days apart at most: an upload goes before its day of disclosure. */
const mostDaysApart = 14

/**
 * The filings held, as a query: of each announcement the row of its best source, with its `ticker` and `report_date`;
 * `sources`, best first; `id` of the row that was seen first, which no later one changes; `first_seen_at`, and the best
 * `url` there is. Rows of one source are never merged with each other: two with the same title go with two of another
 * source, one to one.
 */
export const shownFilings = (asked: MergeAsked): SQL => sql`
  select ${columns}, ticker, report_date, url, first_seen_at,
    source || ':' || source_id as id, array[source] as sources
  from (${held(asked, notInArray(filings.source, mergedSources))}) alone
  union all
  select ${columns}, ticker, report_date, best_url, earliest, first_id, all_sources from (
    select *,
      row_number() over (same order by place) as rank,
      first_value(source || ':' || source_id) over (same order by first_seen_at, place) as first_id,
      array_agg(source) over (same order by place rows between unbounded preceding and unbounded following) as all_sources,
      min(first_seen_at) over same as earliest,
      first_value(url) over (same order by url is null, place) as best_url
    from (
      select *, row_number() over (
        partition by instrument_id, notice, source order by first_seen_at, source_id collate "C") as copy
      from (${noticed(asked)}) noticed) counted
    window same as (partition by instrument_id, notice, copy)) grouped
  where rank = 1`

const columns = sql.raw(
  'source, source_id, form, category, title, title_en, published_on, published_at, precision, price_sensitive, removed_upstream',
)

/** The rows held, those of some sources. Rows of one announcement may lie a little outside the days asked for. */
const held = ({ tickers, from, to, asOf }: MergeAsked, ofSources: SQL | undefined): SQL => sql`
  select ${filings}.*, ${instruments.ticker}, ${filings.details}->>'reportDate' as report_date
  from ${filings} join ${instruments} on ${eq(instruments.id, filings.instrumentId)}
  where ${and(
    heldAt(filings, asOf),
    ofSources,
    tickers === undefined ? undefined : inArray(instruments.ticker, [...tickers]),
    from === undefined ? undefined : gte(filings.publishedOn, addDays(from, -mostDaysApart)),
    to === undefined ? undefined : lte(filings.publishedOn, addDays(to, mostDaysApart)),
  )}`

/** The rows of sources that list the same, each with what it has in common with those of the others. */
const noticed = (asked: MergeAsked): SQL => sql`
  select of_all.*, array_position(${arrayLiteral(mergedSources)}::text[], source) as place,
    coalesce(
      case when source = any(${arrayLiteral(sydneySources)}::text[]) then ${sydneyNotice} else ${shanghaiNotice} end,
      source || ' ' || source_id) as notice
  from (${held(asked, inArray(filings.source, mergedSources))}) of_all
    left join jsonb_to_recordset(${JSON.stringify(asked.companies)}::jsonb) as company(ticker text, name text, code text)
      using (ticker)`

/** By the minute on Sydney's clock, for a page of wall times cannot tell the hour that comes twice, and the headline. */
const sydneyNotice = sql`
  to_char(published_at at time zone 'Australia/Sydney', 'YYYY-MM-DD HH24:MI ')
    || regexp_replace(lower(normalize(title, NFKC)), '[^a-z0-9]+', '', 'g')`

/** By the day of disclosure in Beijing and the title: full-width forms, marks, colons, spaces and company make no odds. */
const shanghaiNotice = sql`
  coalesce(details->>'disclosedOn', published_on::text) || ' ' || replace(replace(
    regexp_replace(normalize(title, NFKC), '</?em>|[[:space:]:]', '', 'g'),
    '(' || coalesce(company.code, '') || ')', ''), coalesce(company.name, ''), '')`
