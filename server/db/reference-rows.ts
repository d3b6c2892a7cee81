import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { referenceRevisions } from './schema/reference.ts'

type Revision = typeof referenceRevisions.$inferSelect

/** A reviewed record as it stood; `body` is what its writer checked, to be parsed by the kind's schema. `id` names this very revision. */
export type ReferenceRow = Pick<Revision, 'id' | 'key' | 'body' | 'origin' | 'recordedAt'>

/** All records of a kind, one of them when `key` is given, as they stood at an instant (null: now), by key. */
export async function listReference(
  db: Executor,
  kind: Revision['kind'],
  { asOf, key }: { readonly asOf: Instant | null; readonly key?: string },
): Promise<readonly ReferenceRow[]> {
  const { id, body, origin, recordedAt } = referenceRevisions
  return db
    .select({ id, key: referenceRevisions.key, body, origin, recordedAt })
    .from(referenceRevisions)
    .where(
      and(
        eq(referenceRevisions.kind, kind),
        key === undefined ? undefined : eq(referenceRevisions.key, key),
        heldAt(referenceRevisions, asOf),
      ),
    )
    .orderBy(asc(sql`${referenceRevisions.key} collate "C"`))
}

/** Which revisions of several kinds those are, ascending, without their bodies. */
export async function listReferenceIds(
  db: Executor,
  kinds: readonly Revision['kind'][],
  asOf: Instant | null,
): Promise<readonly number[]> {
  const rows = await db
    .select({ id: referenceRevisions.id })
    .from(referenceRevisions)
    .where(and(inArray(referenceRevisions.kind, [...kinds]), heldAt(referenceRevisions, asOf)))
    .orderBy(asc(referenceRevisions.id))
  return rows.map(({ id }) => id)
}
