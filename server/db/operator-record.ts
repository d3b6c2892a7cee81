/** Reviewed records as an operator writes them: each change is a revision, and a newer seed never overwrites it. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { Revision } from './revision.ts'
import { referenceRevisions } from './schema/reference.ts'

type Kind = (typeof referenceRevisions.$inferSelect)['kind']

export type OperatorRecord = {
  readonly kind: Kind
  readonly key: string
  /** Checked by its kind's schema; null: the record ends, and stays readable as of then. */
  readonly body: object | null
}

/**
 * Writes one record in an open transaction of the scope `reference` and gives the number of rows: 0 where it says what
 * is held already, or ends what there is not.
 */
export async function writeOperatorRecord(
  { tx, recordedAt }: Revision,
  { kind, key, body }: OperatorRecord,
): Promise<number> {
  const said = body === null ? null : JSON.stringify(body)
  const [held] = await tx
    .select({
      id: referenceRevisions.id,
      isSame: sql<boolean>`${referenceRevisions.body} is not distinct from ${said}::jsonb`,
    })
    .from(referenceRevisions)
    .where(
      and(
        eq(referenceRevisions.kind, kind),
        eq(referenceRevisions.key, key),
        isNull(referenceRevisions.supersededAt),
      ),
    )
  if (held === undefined ? body === null : held.isSame) return 0
  if (held !== undefined)
    await tx
      .update(referenceRevisions)
      .set({ supersededAt: recordedAt })
      .where(eq(referenceRevisions.id, held.id))
  if (body !== null)
    await tx.insert(referenceRevisions).values({ kind, key, body, origin: 'operator', recordedAt })
  return 1
}

/** The keys of a kind that were never shipped: only an operator has written them. */
export async function listAddedKeys(db: Executor, kind: Kind): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ key: referenceRevisions.key })
    .from(referenceRevisions)
    .where(eq(referenceRevisions.kind, kind))
    .groupBy(referenceRevisions.key)
    .having(sql`bool_and(${referenceRevisions.origin} = 'operator')`)
  return new Set(rows.map(({ key }) => key))
}
