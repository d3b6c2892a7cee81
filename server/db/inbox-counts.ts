/** How much has come in, and how much of it awaits a person. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { inboxItems } from './schema/inbox.ts'
import { policyDocuments } from './schema/policy-documents.ts'

export type SourceCount = {
  readonly source: string
  readonly documents: number
  readonly withoutTerms: number
  readonly open: number
  readonly since: Instant
  readonly newest: IsoDate | null
}

/** By source, all that had given a document by an instant (null: by now). `decided`: the candidates that were not open. */
export async function countDocuments(
  db: Executor,
  decided: readonly number[],
  asOf: Instant | null,
): Promise<readonly SourceCount[]> {
  const { source, firstSeenAt, publishedOn } = policyDocuments
  const isDecided = sql`${inboxItems.id} = any(${arrayLiteral(decided)}::int[])`
  return db
    .select({
      source,
      documents: sql<number>`count(*)::int`,
      withoutTerms: sql<number>`(count(*) filter (where not ${inboxItems.matched} and not ${isDecided}))::int`,
      open: sql<number>`(count(distinct ${inboxItems.id}) filter (where ${inboxItems.matched} and not ${isDecided}))::int`,
      since: sql<Instant>`min(${firstSeenAt})`.mapWith(firstSeenAt),
      newest: sql<IsoDate | null>`max(${publishedOn})`.mapWith(publishedOn),
    })
    .from(policyDocuments)
    .innerJoin(inboxItems, eq(inboxItems.id, policyDocuments.itemId))
    .where(heldAt(policyDocuments, asOf))
    .groupBy(source)
    .orderBy(asc(source))
}

/** Candidates nobody had decided about by then; each once, however many sources have it. */
export async function countOpen(
  db: Executor,
  decided: readonly number[],
  asOf: Instant | null,
): Promise<number> {
  const [row] = await db
    .select({ open: sql<number>`count(distinct ${inboxItems.id})::int` })
    .from(inboxItems)
    .innerJoin(policyDocuments, eq(policyDocuments.itemId, inboxItems.id))
    .where(
      and(
        heldAt(policyDocuments, asOf),
        inboxItems.matched,
        sql`not ${inboxItems.id} = any(${arrayLiteral(decided)}::int[])`,
      ),
    )
  return row?.open ?? 0
}
