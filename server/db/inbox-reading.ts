/** Which items are candidates: a term that is watched for occurs in one of their documents. */
import { isWatchedFor } from '@oreline/shared/domain/inbox/match.ts'
import { termsVersion } from '@oreline/shared/domain/inbox/terms.ts'
import { and, asc, inArray, isNull, ne } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { Revision } from './revision.ts'
import { inboxItems } from './schema/inbox.ts'
import { policyDocuments } from './schema/policy-documents.ts'

const AT_ONCE = 1_000

/** Reads the current documents of items with the present list of terms, and notes what came of it. */
export async function readItems({ tx }: Pick<Revision, 'tx'>, ids: readonly number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await readSome(tx, ids.slice(start, start + AT_ONCE))
}

async function readSome(tx: Executor, ids: readonly number[]): Promise<void> {
  const rows = await tx
    .select({ itemId: policyDocuments.itemId, body: policyDocuments.body })
    .from(policyDocuments)
    .where(and(inArray(policyDocuments.itemId, ids), isNull(policyDocuments.supersededAt)))
  const matched = new Set(rows.flatMap(({ itemId, body }) => (isWatchedFor(body) ? [itemId] : [])))
  for (const isMatched of [true, false]) {
    const of = ids.filter((id) => matched.has(id) === isMatched)
    if (of.length > 0)
      await tx
        .update(inboxItems)
        .set({ matched: isMatched, readWith: termsVersion })
        .where(inArray(inboxItems.id, of))
  }
}

/** Items last read with another list of terms than the present one, oldest first; at most `limit`. */
export async function listUnread(db: Executor, limit: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: inboxItems.id })
    .from(inboxItems)
    .where(and(ne(inboxItems.readWith, termsVersion), isNull(inboxItems.mergedInto)))
    .orderBy(asc(inboxItems.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
