import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from './client.ts'
import { policyDocuments } from './schema/policy-documents.ts'

/** A document that is to be printed on another day than its source said before; null: no day is said. */
export type MovedPublication = {
  readonly sourceId: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** Those that a writing transaction found moved, by id. */
export async function listMovedPublications(
  db: Executor,
  { source, recordedAt }: { readonly source: string; readonly recordedAt: Instant },
): Promise<readonly MovedPublication[]> {
  const before = alias(policyDocuments, 'before')
  return db
    .select({
      sourceId: policyDocuments.sourceId,
      from: before.publishedOn,
      to: policyDocuments.publishedOn,
    })
    .from(policyDocuments)
    .innerJoin(
      before,
      and(
        eq(before.source, policyDocuments.source),
        eq(before.sourceId, policyDocuments.sourceId),
        eq(before.revision, sql`${policyDocuments.revision} - 1`),
      ),
    )
    .where(
      and(
        eq(policyDocuments.source, source),
        eq(policyDocuments.recordedAt, recordedAt),
        sql`${policyDocuments.publishedOn} is distinct from ${before.publishedOn}`,
      ),
    )
    .orderBy(asc(policyDocuments.sourceId))
}
