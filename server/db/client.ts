import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { plainTypes } from './plain-types.ts'
import * as schema from './schema/index.ts'

/** The store as queries see it: drizzle over postgres.js, every table by name. */
export type Db = PostgresJsDatabase<typeof schema>

/** What a query runs on: the store itself, or a transaction of it. */
export type Executor = Db | Parameters<Parameters<Db['transaction']>[0]>[0]

/** Wraps a postgres.js connection pool; the pool's session time zone must be UTC (see `pool.ts`). */
export function createDb(sql: Sql): Db {
  const db = drizzle(sql, { schema, casing: 'snake_case' })
  plainTypes(sql)
  return db
}
