/**
 * One announcement listed by several sources, put together when it is read, so that any past moment shows what could
 * be put together then. Nothing stored is changed by it.
 */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import { heldAt } from './held-at.ts'
import { filings } from './schema/filings.ts'
import { instruments } from './schema/instruments.ts'

/** Sources that list the same announcements under ids of their own, the one whose row is shown first. */
const shanghaiSources = ['sse', 'cninfo', 'eastmoney-notices']
const sydneySources = ['asx', 'asx-html']
export const mergedSources = [...shanghaiSources, ...sydneySources]

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
 * Of each announcement the row of its best source, as `source, source_id, instrument_id`; `sources`, best first; `id` of
 * the row that was seen first, which no later one changes; `first_seen_at`, and the best `url` there is. Rows of one
 * source are never merged with each other: two with the same title go with two of another source, one to one.
 */
export const mergedFilings = (asked: MergeAsked): SQL => sql`
  select source, source_id, instrument_id, id, sources, first_seen_at, url from (
    select source, source_id, instrument_id,
      row_number() over (same order by place) as rank,
      first_value(source || ':' || source_id) over (same order by first_seen_at, place) as id,
      array_agg(source) over (same order by place rows between unbounded preceding and unbounded following) as sources,
      min(first_seen_at) over same as first_seen_at,
      first_value(url) over (same order by url is null, place) as url
    from (
      select *, row_number() over (
        partition by instrument_id, notice, source order by first_seen_at, source_id collate "C") as copy
      from (${noticed(asked)}) noticed) counted
    window same as (partition by instrument_id, notice, copy)) grouped
  where rank = 1`

/** The rows held, each with what it has in common with those of other sources. */
const noticed = ({ tickers, from, to, asOf, companies }: MergeAsked): SQL => sql`
  select ${filings.source}, ${filings.sourceId}, ${filings.instrumentId}, ${filings.firstSeenAt}, ${filings.url},
    array_position(${arrayLiteral(mergedSources)}::text[], ${filings.source}) as place,
    coalesce(
      case when ${inArray(filings.source, sydneySources)} then ${sydneyNotice} else ${shanghaiNotice} end,
      ${filings.source} || ' ' || ${filings.sourceId}) as notice
  from ${filings} join ${instruments} on ${eq(instruments.id, filings.instrumentId)}
    left join jsonb_to_recordset(${JSON.stringify(companies)}::jsonb) as company(ticker text, name text, code text)
      on company.ticker = ${instruments.ticker}
  where ${and(
    heldAt(filings, asOf),
    inArray(filings.source, mergedSources),
    tickers === undefined ? undefined : inArray(instruments.ticker, [...tickers]),
    from === undefined ? undefined : gte(filings.publishedOn, addDays(from, -mostDaysApart)),
    to === undefined ? undefined : lte(filings.publishedOn, addDays(to, mostDaysApart)),
  )}`

/** By the minute on Sydney's clock, for a page of wall times cannot tell the hour that comes twice, and the headline. */
const sydneyNotice = sql`
  to_char(${filings.publishedAt} at time zone 'Australia/Sydney', 'YYYY-MM-DD HH24:MI ')
    || regexp_replace(lower(normalize(${filings.title}, NFKC)), '[^a-z0-9]+', '', 'g')`

/** By the day of disclosure in Beijing and the title: full-width forms, marks, colons, spaces and company make no odds. */
const shanghaiNotice = sql`
  coalesce(${filings.details}->>'disclosedOn', ${filings.publishedOn}::text) || ' ' || replace(replace(
    regexp_replace(normalize(${filings.title}, NFKC), '</?em>|[[:space:]:]', '', 'g'),
    '(' || coalesce(company.code, '') || ')', ''), coalesce(company.name, ''), '')`
