/** How the store itself does, as far as PostgreSQL tells without looking at every page. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { sql } from 'drizzle-orm'
import type { Executor } from './client.ts'

/** `checksums`: whether the server would notice a page that the disk has changed; `damaged`: pages on which it did. */
export type StoreFacts = {
  readonly bytes: number
  readonly connections: number
  readonly mostConnections: number
  readonly checksums: boolean
  readonly damaged: number
  /** By the server's clock. */
  readonly now: Instant
}

export async function readStoreFacts(db: Executor): Promise<StoreFacts> {
  const [row] = await db.execute<StoreFacts & Record<string, unknown>>(sql`
    select pg_database_size(current_database()) as bytes,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
        as "mostConnections",
      current_setting('data_checksums') = 'on' as checksums,
      (select coalesce(sum(checksum_failures), 0)::int from pg_stat_database) as damaged,
      date_trunc('milliseconds', clock_timestamp()) as now`)
  if (row === undefined) throw new Error('a query without a table gives a row')
  return row
}

/** What is missing, and what waits for a decision. */
export async function readOpenMatters(
  db: Executor,
): Promise<{ readonly gaps: number; readonly quarantined: number }> {
  const [row] = await db.execute<{ gaps: number; quarantined: number }>(sql`
    select (select count(*)::int from gaps where filled_at is null) as gaps,
      (select count(*)::int from quarantine where decided_at is null) as quarantined`)
  return row ?? { gaps: 0, quarantined: 0 }
}
