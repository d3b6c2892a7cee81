import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { policyDocuments } from './schema/policy-documents.ts'

/** Which of these documents of a source are held, by their ids within it. */
export async function listHeldDocuments(
  db: Executor,
  source: string,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ sourceId: policyDocuments.sourceId })
    .from(policyDocuments)
    .where(
      and(
        eq(policyDocuments.source, source),
        inArray(policyDocuments.sourceId, [...sourceIds]),
        isNull(policyDocuments.supersededAt),
      ),
    )
  return new Set(rows.map(({ sourceId }) => sourceId))
}
