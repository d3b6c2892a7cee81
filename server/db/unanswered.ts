import type { ExpectedSource } from '@oreline/shared/domain/sources/expected-sources.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { sourceHealth } from './schema/source-health.ts'

/**
 * The sources among those expected that had never given a good answer at an instant (null: by now), so that there are no
 * rows of theirs for another reason than that there is nothing; by id. Those that gave `rows` have answered, whole or in part.
 */
export async function listUnanswered(
  db: Executor,
  expected: readonly ExpectedSource[],
  { asOf, rows }: { readonly asOf: Instant | null; readonly rows: readonly ExpectedSource[] },
): Promise<string[]> {
  const gave = new Set(rows.map(keyOf))
  const open = expected.filter((one) => !gave.has(keyOf(one)))
  if (open.length === 0) return []
  const { source, scope, lastOkAt, firstCompleteAt } = sourceHealth
  const answered = await db
    .select({ source, scope })
    .from(sourceHealth)
    .where(
      and(
        inArray(source, [...new Set(open.map((one) => one.source))]),
        asOf === null ? isNotNull(lastOkAt) : lte(firstCompleteAt, asOf),
      ),
    )
  const known = new Set(answered.map(keyOf))
  return [...new Set(open.filter((one) => !known.has(keyOf(one))).map((one) => one.source))].toSorted()
}

const keyOf = ({ source, scope }: ExpectedSource): string => `${source} ${scope}`
