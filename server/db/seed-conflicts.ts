import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, eq, lte } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { OperatorRecord } from './operator-record.ts'
import { seedConflicts } from './schema/reference.ts'

/**
 * What the newest seed says of a record that somebody had changed, where that was known by an instant (null: by now), to be
 * parsed by the kind's schema; null: nothing new. Of several that said something new, the last alone is kept.
 */
export async function readSeedConflict(
  db: Executor,
  kind: OperatorRecord['kind'],
  { key, asOf }: { readonly key: string; readonly asOf: Instant | null },
): Promise<{ readonly body: unknown; readonly notedAt: Instant } | null> {
  const [row] = await db
    .select({ body: seedConflicts.seed, notedAt: seedConflicts.notedAt })
    .from(seedConflicts)
    .where(
      and(
        eq(seedConflicts.kind, kind),
        eq(seedConflicts.key, key),
        asOf === null ? undefined : lte(seedConflicts.notedAt, asOf),
      ),
    )
  return row ?? null
}
