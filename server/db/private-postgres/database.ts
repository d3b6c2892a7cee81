import type { Sql } from 'postgres'
import type { Log } from '../log.ts'
import { createPool } from '../pool.ts'
import { hasCode } from './error-code.ts'
import { SERVER_DATABASE } from './settings.ts'

const DUPLICATE_DATABASE = '42P04'

/** Connects to the server at `maintenanceUrl`, which proves that it answers, and makes Oreline's database if absent. */
export async function ensureDatabase(maintenanceUrl: string, log: Log): Promise<void> {
  const sql = createPool(maintenanceUrl, { max: 1, log })
  try {
    if (await isThere(sql)) return
    await sql`create database ${sql(SERVER_DATABASE)}`
  } catch (error) {
    // Made between the two statements, by an operator perhaps: there it is.
    if (!hasCode(error, DUPLICATE_DATABASE)) throw error
  } finally {
    await sql.end()
  }
}

/** Whether Oreline's database is there, on a server that somebody else has just started. */
export async function hasDatabase(maintenanceUrl: string, log: Log): Promise<boolean> {
  const sql = createPool(maintenanceUrl, { max: 1, log })
  try {
    return await isThere(sql)
  } finally {
    await sql.end()
  }
}

async function isThere(sql: Sql): Promise<boolean> {
  const found = await sql`select 1 from pg_database where datname = ${SERVER_DATABASE}`
  return found.length > 0
}
