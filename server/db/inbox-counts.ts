/** How much has come in, and how much of it awaits a person. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
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

/** By source, all that have ever given a document. `decided`: the candidates that are not open. */
export async function countDocuments(
  db: Executor,
  decided: readonly number[],
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
    .where(isNull(policyDocuments.supersededAt))
    .groupBy(source)
    .orderBy(asc(source))
}

/** Candidates nobody has decided about; each once, however many sources have it. */
export async function countOpen(db: Executor, decided: readonly number[]): Promise<number> {
  return db.$count(
    inboxItems,
    and(
      isNull(inboxItems.mergedInto),
      inboxItems.matched,
      sql`not ${inboxItems.id} = any(${arrayLiteral(decided)}::int[])`,
    ),
  )
}
