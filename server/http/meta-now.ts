import type { Meta } from '@oreline/shared/api/envelope.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../db/client.ts'
import { readVersions, type DataScope } from '../db/versions.ts'

/** The `meta` of an answer to a write: the state of the data after it. */
export async function metaNow(
  db: Executor,
  now: Instant,
  sources: readonly string[],
  scopes: readonly DataScope[] = ['reference'],
): Promise<Meta> {
  const { label, changedAt } = await readVersions(db, scopes)
  return {
    as_of: changedAt ?? now,
    data_version: label,
    sources: [...sources],
    units: {},
    currency: null,
    adjusted: null,
    next: null,
  }
}
