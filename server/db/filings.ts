import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { and, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { filings } from './schema/filings.ts'
import { bumpVersion } from './version-count.ts'

export type FilingWrite = {
  readonly instrumentId: number
  /** Each `sourceId` at most once. */
  readonly filings: readonly Filing[]
  readonly source: string
  readonly payloadId: number | null
}

/**
 * Writes filings as revisions and gives their number. A revision is what a reader would see: title, form, category,
 * day, link, the price-sensitive mark. The moment of publication is none: sources print it in two readings and swap
 * them (4 or 5 hours, all rows at once), so moment and details are brought up to date in the current row. What an answer
 * no longer has (null, or a detail that it leaves out) stays. `firstSeenAt` is for ever; `lastSeenAt` is kept to half a
 * day, to spare the rows. A filing that came before its source had an id for it (`details.keylessId`) is carried over.
 */
export async function upsertFilings(revision: Revision, write: FilingWrite): Promise<number> {
  const { tx, recordedAt } = revision
  const { payloadId } = write
  const incoming = filingRows(write)
  await endKeyless(revision, incoming)
  const moved = await tx.execute(sql`
    with n as materialized (${incoming})
    update filings h set last_seen_at = ${recordedAt}, details = ${mergedDetails},
      published_at = coalesce(n.published_at, h.published_at),
      precision = case when n.published_at is null then h.precision else n.precision end
    from n
    where ${sameFiling} and h.superseded_at is null
      and (h.last_seen_at < ${recordedAt}::timestamptz - interval '12 hours' or h.details <> ${mergedDetails}
        or h.published_at is distinct from coalesce(n.published_at, h.published_at))`)
  const kept = (name: string) => sql`coalesce(n.${sql.identifier(name)}, h.${sql.identifier(name)})`
  const written = await reviseRows(revision, {
    table: 'filings',
    key: ['source', 'source_id', 'instrument_id'],
    incoming,
    changed: sql`(n.form, n.category, n.title, n.published_on, ${kept('title_en')}, ${kept('url')}, ${kept('price_sensitive')})
      is distinct from (h.form, h.category, h.title, h.published_on, h.title_en, h.url, h.price_sensitive)`,
    values: {
      form: sql`n.form`,
      category: sql`n.category`,
      title: sql`n.title`,
      title_en: kept('title_en'),
      published_on: sql`n.published_on`,
      published_at: kept('published_at'),
      precision: sql`case when n.published_at is null and h.published_at is not null then h.precision else n.precision end`,
      url: kept('url'),
      price_sensitive: kept('price_sensitive'),
      details: mergedDetails,
      first_seen_at: sql`coalesce(h.first_seen_at, (${keylessSeenAt}), ${recordedAt}::timestamptz)`,
      last_seen_at: sql`${recordedAt}::timestamptz`,
      payload_id: sql`${payloadId}::int`,
    },
  })
  if (written === 0 && moved.count > 0) await bumpVersion(tx, 'filings', recordedAt)
  return written
}

/** Ends the rows of filings that have an id of their own by now; what they were stays readable as of then. */
async function endKeyless({ tx, recordedAt }: Revision, incoming: SQL): Promise<void> {
  await tx.execute(sql`
    with n as materialized (${incoming})
    update filings h set superseded_at = ${recordedAt} from n
    where ${wasKeyless} and h.superseded_at is null
      and not exists (select from n again where again.source_id = h.source_id)`)
}

const wasKeyless = sql`h.source = n.source and h.source_id = n.keyless_id and h.source_id <> n.source_id
  and h.instrument_id = n.instrument_id`

const keylessSeenAt = sql`
  select min(keyless.first_seen_at) from filings keyless
  where keyless.source = n.source and keyless.source_id = n.keyless_id
    and keyless.instrument_id = n.instrument_id`

/** A held filing that an answer lists without its id, and only so, has lost nothing: it is left out. */
const filingRows = ({ filings: items, instrumentId, source }: FilingWrite): SQL => sql`
  with incoming as (
    select ${source}::text as source, "sourceId" as source_id, ${instrumentId}::smallint as instrument_id, form,
      category, title, "titleEn" as title_en, "publishedOn" as published_on, "publishedAt" as published_at, precision,
      url, "priceSensitive" as price_sensitive, details, details->>'keylessId' as keyless_id
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as listed("sourceId" text, form text, category text,
      title text, "titleEn" text, "publishedOn" date, "publishedAt" timestamptz, precision text, url text,
      "priceSensitive" boolean, details jsonb))
  select * from incoming
  where keyless_id is null or keyless_id <> source_id
    or exists (select from incoming keyed
      where keyed.keyless_id = incoming.keyless_id and keyed.source_id <> incoming.source_id)
    or not exists (select from filings held
      where held.source = incoming.source and held.instrument_id = incoming.instrument_id
        and held.superseded_at is null and held.details->>'keylessId' = incoming.keyless_id
        and held.source_id <> incoming.source_id)`

/** The older part of a list knows what the newer one leaves out: which report an amendment is about, for one. */
const mergedDetails = sql`(coalesce(h.details, '{}') || n.details)`

const sameFiling = sql`h.source = n.source and h.source_id = n.source_id and h.instrument_id = n.instrument_id`

/** How many filings of a source are held for an instrument. */
export async function countFilings(db: Executor, source: string, instrumentId: number): Promise<number> {
  const [row] = await db
    .select({ held: count() })
    .from(filings)
    .where(
      and(eq(filings.source, source), eq(filings.instrumentId, instrumentId), isNull(filings.supersededAt)),
    )
  return row?.held ?? 0
}
