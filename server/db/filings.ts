import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { filings } from './schema/filings.ts'

export type FilingWrite = {
  readonly instrumentId: number
  /** Each `sourceId` at most once. */
  readonly filings: readonly Filing[]
  readonly source: string
  readonly payloadId: number | null
  /**
   * How far the answer's word goes over what is held. `record` (default): all of it. `two-readings`: all but a moment,
   * which stays once it is known, for the source prints it in two ways and swaps them. `hint`: a moment, and whatever
   * is not held yet; the rest is the record's to say.
   */
  readonly authority?: 'record' | 'two-readings' | 'hint'
  /** When the source listed them, where that was not just now. */
  readonly seenAt?: Instant
}

/**
 * Writes filings as revisions and gives their number. A revision is whatever a reader could see change: the columns
 * shown, and the details by which filings are linked and merged. Other details are brought up to date in the current
 * row. What an answer no longer has (null, or a detail that it leaves out) stays. `firstSeenAt` is for ever;
 * `lastSeenAt` is kept to half a day, to spare the rows. A filing that came before its source had an id for it
 * (`details.keylessId`) is carried over.
 */
export async function upsertFilings(revision: Revision, write: FilingWrite): Promise<number> {
  const { tx, recordedAt } = revision
  const { payloadId, authority = 'record', seenAt = recordedAt } = write
  const incoming = filingRows(write)
  await learnSizes(revision, write.filings.length)
  await endKeyless(revision, incoming)
  const shown = shownBy(authority)
  const details = authority === 'hint' ? sql`(n.details || coalesce(h.details, '{}'))` : mergedDetails
  const columns = Object.keys(shown)
  const written = await reviseRows(revision, {
    table: 'filings',
    key: ['source', 'source_id', 'instrument_id'],
    incoming,
    changed: sql`
      (${sql.join([...Object.values(shown), ...linking(details)], sql`, `)}) is distinct from
      (${sql.join([...columns.map((name) => sql`h.${sql.identifier(name)}`), ...linking(sql`h.details`)], sql`, `)})`,
    values: {
      ...shown,
      details,
      first_seen_at: sql`coalesce(h.first_seen_at, (${keylessSeenAt}), ${recordedAt}::timestamptz)`,
      last_seen_at: sql`greatest(h.last_seen_at, ${seenAt}::timestamptz)`,
      payload_id: sql`${payloadId}::int`,
    },
  })
  await learnSizes(revision, write.filings.length)
  await tx.execute(sql`
    with n as materialized (${incoming})
    update filings h set last_seen_at = greatest(h.last_seen_at, ${seenAt}::timestamptz), details = ${details}
    from n
    where ${sameFiling} and h.superseded_at is null
      and (h.last_seen_at < ${seenAt}::timestamptz - interval '12 hours' or h.details <> ${details})`)
  return written
}

/**
 * A table that has grown since it was last analyzed (a first run, a backfill) is taken for a small one: then all rows of
 * a company would be read for each row that comes, seconds for a thousand.
 */
async function learnSizes({ tx }: Revision, coming: number): Promise<void> {
  const [known] = await tx.execute<{ rows: number }>(
    sql`select reltuples::int as rows from pg_class where oid = 'filings'::regclass`,
  )
  if (known !== undefined && known.rows < coming) await tx.execute(sql`analyze filings`)
}

/** What a reader sees of a filing, by column: `n` comes in, `h` is held. */
function shownBy(authority: NonNullable<FilingWrite['authority']>): Readonly<Record<string, SQL>> {
  const n = (name: string) => sql`n.${sql.identifier(name)}`
  const h = (name: string) => sql`h.${sql.identifier(name)}`
  const word = (name: string) => (authority === 'hint' ? sql`coalesce(${h(name)}, ${n(name)})` : n(name))
  const kept = (name: string) => (authority === 'hint' ? word(name) : sql`coalesce(${n(name)}, ${h(name)})`)
  const isHeldMoment =
    authority === 'two-readings'
      ? sql`h.published_at is not null`
      : sql`(n.published_at is null and h.published_at is not null)`
  return {
    form: word('form'),
    category: word('category'),
    title: word('title'),
    title_en: kept('title_en'),
    published_on: word('published_on'),
    published_at: sql`case when ${isHeldMoment} then h.published_at else n.published_at end`,
    precision: sql`case when ${isHeldMoment} then h.precision else n.precision end`,
    url: kept('url'),
    price_sensitive: kept('price_sensitive'),
  }
}

/** By the report date amendments find what they amend, by the day of disclosure notices of several sources are merged. */
const linking = (details: SQL): readonly SQL[] => [
  sql`${details}->>'reportDate'`,
  sql`${details}->>'disclosedOn'`,
]

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

/** One part of a list knows what another leaves out. */
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
