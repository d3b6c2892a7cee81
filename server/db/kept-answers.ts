/** Raw answers, read again: which of them may still have something to say, and what they said. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { filings } from './schema/filings.ts'
import { fxRates } from './schema/fx-rates.ts'
import { rawPayloads } from './schema/raw-payloads.ts'

const decompress = promisify(zstdDecompress)

/**
 * A kept answer. `followed`: a later answer about the same thing (the ticker, or all of a source that has no tickers) is
 * stored or said the same as one that is, so that this one may add to what is held but no longer change it.
 */
export type KeptAnswer = Pick<
  typeof rawPayloads.$inferSelect,
  | 'id'
  | 'source'
  | 'requestKey'
  | 'url'
  | 'fetchedAt'
  | 'status'
  | 'contentType'
  | 'sha256'
  | 'parserVersion'
  | 'parseFailed'
> & { readonly followed: boolean }

/**
 * The answers of the sources that could not be read, and of those that could the newest to each question; ascending by
 * the moment they came. Without those whose body is gone. `since`: those that came on that day (UTC) or later.
 */
export async function listKeptAnswers(
  db: Executor,
  { sources, since }: { readonly sources: readonly string[]; readonly since: IsoDate | null },
): Promise<readonly KeptAnswer[]> {
  const rows = await db.execute<KeptAnswer & Record<string, unknown>>(sql`
    with answers as (
      select id, source, request_key, url, fetched_at, status, content_type, sha256, parser_version, parse_failed,
        outcome,
        case when request_key like '%/%' then split_part(request_key, '/', 1) else '' end as about,
        rows_stored_at is not null or outcome = 'unchanged' as counts
      from raw_payloads where source in (${sql.join(
        [...sources, ''].map((source) => sql`${source}`),
        sql`, `,
      )})),
    judged as (
      select *,
        max(id) filter (where counts) over (partition by source, request_key) as last_same,
        max(id) filter (where counts) over (partition by source, about) as last_about
      from answers)
    select id, source, request_key as "requestKey", url, fetched_at as "fetchedAt", status,
      content_type as "contentType", sha256, parser_version as "parserVersion", parse_failed as "parseFailed",
      coalesce(last_about > id, false) as followed
    from judged
    where (${since}::date is null or fetched_at >= ${since}::date)
      and outcome not in ('empty', 'notFound')
      and (parse_failed or coalesce(last_same, id) <= id)
      and (source, sha256) in (select source, sha256 from raw_payloads where body is not null)
    order by id`)
  return [...rows]
}

/** What the answer said, as it came. */
export async function readKeptBody(
  db: Executor,
  { source, sha256 }: Pick<KeptAnswer, 'source' | 'sha256'>,
): Promise<Buffer> {
  const [row] = await db
    .select({ body: rawPayloads.body })
    .from(rawPayloads)
    .where(and(eq(rawPayloads.source, source), eq(rawPayloads.sha256, sha256), isNotNull(rawPayloads.body)))
    .limit(1)
  invariant(row !== undefined && row.body !== null, 'a listed answer has a body')
  return decompress(row.body)
}

/** The answer has been read by the parser of that version; `stored`: its rows are, null: it gave none. */
export async function noteReread(
  db: Executor,
  id: number,
  { parserVersion, stored }: { readonly parserVersion: number; readonly stored: Instant | null },
): Promise<void> {
  const read = stored === null ? {} : { outcome: 'ok', parseFailed: false, rowsStoredAt: stored }
  await db
    .update(rawPayloads)
    .set({ parserVersion, ...read })
    .where(eq(rawPayloads.id, id))
}

/** Of these filings of a source, the ids of those that are held. */
export async function listHeldIds(
  db: Executor,
  source: string,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ id: filings.sourceId })
    .from(filings)
    .where(
      and(
        eq(filings.source, source),
        inArray(filings.sourceId, [...sourceIds]),
        isNull(filings.supersededAt),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** The rates that are held, as `USD 2026-11-20`. */
export async function listHeldRates(db: Executor): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ currency: fxRates.currency, date: fxRates.rateDate })
    .from(fxRates)
    .where(isNull(fxRates.supersededAt))
  return new Set(rows.map(({ currency, date }) => `${currency} ${date}`))
}
