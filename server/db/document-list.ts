/** Documents as they are shown, with what the revisions before tell. */
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { inboxItems } from './schema/inbox.ts'
import { policyDocuments } from './schema/policy-documents.ts'

/** `movedFrom`: the day of publication an earlier revision named, where it was another; `isCandidate`: its item is one by the terms. */
export type HeldDocument = {
  readonly source: string
  readonly sourceId: string
  readonly itemId: number
  readonly body: PolicyDocument
  readonly day: IsoDate
  readonly revision: number
  readonly movedFrom: IsoDate | null
  readonly isCandidate: boolean
  readonly wasThereBefore: boolean
  readonly firstSeenAt: Instant
  readonly recordedAt: Instant
}

/** The day of publication; where it is not said, that on which it was first seen. */
export const documentDay: SQL<IsoDate> = sql<IsoDate>`coalesce(${policyDocuments.publishedOn},
  (${policyDocuments.firstSeenAt} at time zone 'UTC')::date)`.mapWith(policyDocuments.publishedOn)

/** Whether the words stand in title, abstract, passage or number, in any case, one after the other as given. */
export function wordsIn(q: string): SQL {
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { body } = policyDocuments
  const numbers = sql`(select string_agg(one->>'number', ' ') from jsonb_array_elements(${body}->'numbers') one)`
  return sql`
    concat_ws(' ', ${body}->>'title', ${body}->>'abstract', ${body}->>'excerpt', ${numbers}) ilike ${pattern}`
}

const movedFrom = sql<IsoDate | null>`(
  select former.published_on from policy_documents former
  where former.source = ${policyDocuments.source} and former.source_id = ${policyDocuments.sourceId}
    and former.revision < ${policyDocuments.revision}
    and former.published_on <> ${policyDocuments.publishedOn}
  order by former.revision desc limit 1)`.mapWith(policyDocuments.publishedOn)

const columns = {
  source: policyDocuments.source,
  sourceId: policyDocuments.sourceId,
  itemId: inboxItems.id,
  body: policyDocuments.body,
  day: documentDay,
  revision: policyDocuments.revision,
  movedFrom,
  isCandidate: inboxItems.matched,
  wasThereBefore: policyDocuments.wasThereBefore,
  firstSeenAt: policyDocuments.firstSeenAt,
  recordedAt: policyDocuments.recordedAt,
}

/** The documents of some items, those that were seen first in front. */
export async function listDocumentsOf(
  db: Executor,
  itemIds: readonly number[],
  asOf: Instant | null,
): Promise<readonly HeldDocument[]> {
  if (itemIds.length === 0) return []
  return db
    .select(columns)
    .from(policyDocuments)
    .innerJoin(inboxItems, eq(inboxItems.id, policyDocuments.itemId))
    .where(and(inArray(policyDocuments.itemId, [...itemIds]), heldAt(policyDocuments, asOf)))
    .orderBy(asc(policyDocuments.firstSeenAt), asc(policyDocuments.source), asc(policyDocuments.sourceId))
}

/** The place of a document in the list. */
export type DocumentKey = Pick<HeldDocument, 'day' | 'source' | 'sourceId'>

export type DocumentsAsked = {
  readonly source: string | undefined
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  readonly q: string | undefined
  /** true: of items in which a term occurs; false: of the others. */
  readonly matched: boolean | undefined
  readonly asOf: Instant | null
  readonly after: DocumentKey | null
  readonly limit: number
}

/** At most `limit` of all documents there are, newest first. */
export async function listDocuments(db: Executor, asked: DocumentsAsked): Promise<readonly HeldDocument[]> {
  const { source, from, to, q, matched, asOf, after, limit } = asked
  return db
    .select(columns)
    .from(policyDocuments)
    .innerJoin(inboxItems, eq(inboxItems.id, policyDocuments.itemId))
    .where(
      and(
        heldAt(policyDocuments, asOf),
        source === undefined ? undefined : eq(policyDocuments.source, source),
        from === undefined ? undefined : gte(documentDay, from),
        to === undefined ? undefined : lte(documentDay, to),
        q === undefined ? undefined : wordsIn(q),
        matched === undefined ? undefined : eq(inboxItems.matched, matched),
        after === null
          ? undefined
          : sql`(${sql.join(place, sql`, `)}) < (${after.day}::date, ${after.source}, ${after.sourceId})`,
      ),
    )
    .orderBy(...place.map((part) => desc(part)))
    .limit(limit)
}

const place = [
  documentDay,
  sql`${policyDocuments.source} collate "C"`,
  sql`${policyDocuments.sourceId} collate "C"`,
]
