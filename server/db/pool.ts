/** The one way to connect to PostgreSQL: postgres.js, in UTC, without JS Dates. */
import postgres, { type Options, type Sql } from 'postgres'
import type { Log } from './log.ts'
import { plainTypes } from './plain-types.ts'

/** Parameters of a libpq address that postgres.js would hand to the server, which refuses to know them. */
const LIBPQ_ONLY = ['host', 'channel_binding', 'gssencmode']
const IDLE_SECONDS = 60
const CONNECT_SECONDS = 10

/**
 * A pool of up to `max` connections to a `postgresql://` address; nothing is sent before the first query. A socket is
 * named as in libpq, by `?host=/directory`. A connection idle for a minute is closed: each is a process of the server.
 */
export function createPool(databaseUrl: string, { max, log }: { max: number; log: Log }): Sql {
  const url = new URL(databaseUrl)
  const socketDir = url.searchParams.get('host')
  for (const name of LIBPQ_ONLY) url.searchParams.delete(name)
  const options: Options<Record<string, never>> = {
    max,
    idle_timeout: IDLE_SECONDS,
    connect_timeout: CONNECT_SECONDS,
    // Texts of days and instants depend on these two; a server's own defaults do not reach us.
    connection: { application_name: 'oreline', TimeZone: 'UTC', DateStyle: 'ISO, YMD' },
    onnotice: ({ code, message }) => log.debug({ code, notice: message }, 'postgres.notice'),
  }
  const sql = postgres(url.href, socketDir === null ? options : { ...options, host: socketDir })
  plainTypes(sql)
  return sql
}
