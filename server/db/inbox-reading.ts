/** Which items are candidates: a term that is watched for, or an act of the catalogue, stands in one of their documents. */
import { catalogueIndex, type CatalogueIndex } from '@oreline/shared/domain/inbox/catalogue-index.ts'
import { isWatchedFor } from '@oreline/shared/domain/inbox/match.ts'
import { termsVersion } from '@oreline/shared/domain/inbox/terms.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { and, asc, inArray, isNull, ne } from 'drizzle-orm'
import type { Db, Executor } from './client.ts'
import { listCatalogue } from './policy-catalogue.ts'
import { withRevision } from './revision.ts'
import { inboxItems } from './schema/inbox.ts'
import { policyDocuments } from './schema/policy-documents.ts'

const AT_ONCE = 1_000

/** Reads the current documents of items with the present list of terms, and notes what came of it. */
export async function readItems(tx: Executor, ids: readonly number[]): Promise<void> {
  const catalogue = catalogueIndex((await listCatalogue(tx, null)).map(({ event }) => event))
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await readSome(tx, ids.slice(start, start + AT_ONCE), catalogue)
}

async function readSome(tx: Executor, ids: readonly number[], catalogue: CatalogueIndex): Promise<void> {
  const rows = await tx
    .select({ itemId: policyDocuments.itemId, body: policyDocuments.body })
    .from(policyDocuments)
    .where(and(inArray(policyDocuments.itemId, ids), isNull(policyDocuments.supersededAt)))
  const matched = new Set(rows.flatMap(({ itemId, body }) => (isWatchedFor(body, catalogue) ? [itemId] : [])))
  for (const isMatched of [true, false]) {
    const of = ids.filter((id) => matched.has(id) === isMatched)
    if (of.length > 0)
      await tx
        .update(inboxItems)
        .set({ matched: isMatched, readWith: termsVersion })
        .where(inArray(inboxItems.id, of))
  }
}

/** Reads what was last read with another list of terms: at the start of an Oreline that brings a new one. */
export async function rereadInbox({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
  for (let ids = await listUnread(db); ids.length > 0; ids = await listUnread(db)) {
    const some = ids
    await withRevision(db, { scope: 'documents', clock }, async ({ tx }) => {
      await readItems(tx, some)
      return some.length
    })
  }
}

async function listUnread(db: Executor): Promise<readonly number[]> {
  const rows = await db
    .select({ id: inboxItems.id })
    .from(inboxItems)
    .where(and(ne(inboxItems.readWith, termsVersion), isNull(inboxItems.mergedInto)))
    .orderBy(asc(inboxItems.id))
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}
