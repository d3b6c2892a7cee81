import { sql } from 'drizzle-orm'
import type { Executor } from './client.ts'

/** The newest migration of the store: the first twelve digits of its hash. Throws when the store does not answer. */
export async function readSchemaVersion(db: Executor): Promise<string> {
  const [row] = await db.execute<{ hash: string }>(
    sql`select left(hash, 12) as hash from drizzle.__drizzle_migrations order by created_at desc limit 1`,
  )
  return row?.hash ?? 'none'
}
