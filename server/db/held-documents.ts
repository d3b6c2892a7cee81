import type { Executor } from './client.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { policyDocuments } from './schema/policy-documents.ts'

/** How many of these documents of a source are held, by their ids within it. */
export async function countHeldDocuments(
  db: Executor,
  source: string,
  sourceIds: readonly string[],
): Promise<number> {
  return db.$count(
    policyDocuments,
    and(
      eq(policyDocuments.source, source),
      inArray(policyDocuments.sourceId, [...sourceIds]),
      isNull(policyDocuments.supersededAt),
    ),
  )
}
