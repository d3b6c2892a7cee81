import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { dataVersions } from './schema/data-versions.ts'
import type { DataScope } from './versions.ts'

/** Counts a writing transaction; called in it, once per kind of data it has changed. Its instant never goes back. */
export async function bumpVersion(tx: Executor, scope: DataScope, at: Instant): Promise<void> {
  await tx
    .insert(dataVersions)
    .values({ scope, version: 1, changedAt: at })
    .onConflictDoUpdate({
      target: dataVersions.scope,
      set: {
        version: sql`${dataVersions.version} + 1`,
        changedAt: sql`greatest(${dataVersions.changedAt}, excluded.changed_at)`,
      },
    })
}
