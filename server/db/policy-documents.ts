/** What government feeds published: each document as its source said it, and every change of it. */
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { vanishesIfUnseenSince } from '@oreline/shared/domain/inbox/vanishing.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { placeDocuments } from './inbox-placing.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { policyDocuments } from './schema/policy-documents.ts'

export type DocumentsWrite = {
  readonly source: string
  /** One that is listed twice counts once, as it is listed first. */
  readonly documents: readonly PolicyDocument[]
  readonly payloadId: number | null
  /** The source is asked for the first time: what it lists was there before Oreline looked. */
  readonly isFirstAnswer: boolean
  /** When the answer came; undefined: now. */
  readonly seenAt?: Instant
}

/**
 * Writes documents as revisions and gives their number; each new or changed one is put to its copies in the inbox.
 * `firstSeenAt` is for ever, `lastSeenAt` is kept to half a day, to spare the rows. What a source lists no more stays.
 * To be called within `withRevision(db, { scope: 'documents', clock }, ...)`.
 */
export async function takeInDocuments(revision: Revision, write: DocumentsWrite): Promise<number> {
  const met = new Map<string, PolicyDocument>()
  for (const document of write.documents)
    if (!met.has(document.sourceId)) met.set(document.sourceId, document)
  const documents = [...met.values()]
  const rows = await writeDocuments(revision, { ...write, documents })
  if (rows > 0) await placeDocuments(revision, write.source)
  return rows
}

async function writeDocuments(
  revision: Revision,
  { source, documents, payloadId, isFirstAnswer, seenAt = revision.recordedAt }: DocumentsWrite,
): Promise<number> {
  const { tx, recordedAt } = revision
  const incoming = sql`
    select ${source}::text as source, body->>'sourceId' as source_id, body
    from jsonb_array_elements(${storable(documents)}::jsonb) as listed(body)`
  const rows = await reviseRows(revision, {
    table: 'policy_documents',
    key: ['source', 'source_id'],
    incoming,
    changed: sql`n.body <> h.body`,
    values: {
      body: sql`n.body`,
      published_on: sql`(n.body->>'publishedOn')::date`,
      item_id: sql`h.item_id`,
      first_seen_at: sql`coalesce(h.first_seen_at, ${recordedAt}::timestamptz)`,
      last_seen_at: sql`${seenAt}::timestamptz`,
      was_there_before: sql`coalesce(h.was_there_before, ${isFirstAnswer})`,
      payload_id: sql`${payloadId}::int`,
    },
  })
  await tx.execute(sql`
    with n as materialized (${incoming})
    update policy_documents h set last_seen_at = ${seenAt} from n
    where h.source = n.source and h.source_id = n.source_id and h.superseded_at is null
      and h.last_seen_at < ${seenAt}::timestamptz - interval '12 hours'`)
  return rows
}

/** As JSON that PostgreSQL takes: feeds cut texts in the middle of a character, and some hold a zero. */
const storable = (documents: readonly PolicyDocument[]): string =>
  JSON.stringify(documents, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  )

/**
 * Marks what a source listed for a coming day, has not listed for ten business days, and nobody has published by that
 * number; gives the number of rows written. To be called after an answer that lists everything there is, within
 * `withRevision` of the scope `documents`. What the source says was withdrawn is its own word, and comes in as a document.
 */
export async function markVanished(revision: Revision, { source }: { source: string }): Promise<number> {
  const { tx, recordedAt } = revision
  const published = sql`
    select from policy_documents other, jsonb_array_elements(other.body->'numbers') of_other
    where other.item_id = ${policyDocuments.itemId} and other.superseded_at is null
      and other.body->>'stage' = 'published' and ${policyDocuments.body}->'numbers' @> jsonb_build_array(of_other)`
  const gone = await tx
    .select({ body: policyDocuments.body })
    .from(policyDocuments)
    .where(
      and(
        eq(policyDocuments.source, source),
        isNull(policyDocuments.supersededAt),
        inArray(sql`${policyDocuments.body}->>'stage'`, ['scheduled', 'inspection']),
        lt(policyDocuments.lastSeenAt, vanishesIfUnseenSince(recordedAt)),
        sql`not exists (${published})`,
      ),
    )
  const documents = gone.map(({ body }) => ({ ...body, stage: 'vanished' as const }))
  if (documents.length === 0) return 0
  return writeDocuments(revision, { source, documents, payloadId: null, isFirstAnswer: false })
}
