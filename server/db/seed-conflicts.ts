import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, eq } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { OperatorRecord } from './operator-record.ts'
import { seedConflicts } from './schema/reference.ts'

/** What a newer seed says of a record that somebody had changed, to be parsed by the kind's schema; null: nothing new. */
export async function readSeedConflict(
  db: Executor,
  kind: OperatorRecord['kind'],
  key: string,
): Promise<{ readonly body: unknown; readonly notedAt: Instant } | null> {
  const [row] = await db
    .select({ body: seedConflicts.seed, notedAt: seedConflicts.notedAt })
    .from(seedConflicts)
    .where(and(eq(seedConflicts.kind, kind), eq(seedConflicts.key, key)))
  return row ?? null
}
