import type { Sql } from 'postgres'
import { StartRefusal } from './start-refusal.ts'

const OLDEST_MAJOR = 15

/** Of a server: `versionNumber` as in server_version_num (150004 is 15.4), its printed version, its text encoding. */
export type ServerFacts = {
  readonly versionNumber: number
  readonly version: string
  readonly encoding: string
  readonly readOnly: boolean
}

/** Asks the server for its facts and returns its version, e.g. `18.4`; refuses one that cannot hold the store. */
export async function checkServer(sql: Sql): Promise<string> {
  const facts = await askServer(sql)
  refuseUnfit(facts)
  return facts.version
}

/** Refuses a server older than PostgreSQL 15, one that does not store UTF-8, and a copy that takes no writes. */
export function refuseUnfit({ versionNumber, version, encoding, readOnly }: ServerFacts): void {
  if (versionNumber < OLDEST_MAJOR * 10_000)
    throw new StartRefusal(`The server is PostgreSQL ${version}; Oreline needs ${OLDEST_MAJOR} or later.`)
  if (encoding !== 'UTF8')
    throw new StartRefusal(`The database stores ${encoding}; Oreline needs one created with encoding UTF8.`)
  if (readOnly)
    throw new StartRefusal('The server is a standby that takes no writes; point DATABASE_URL at its primary.')
}

async function askServer(sql: Sql): Promise<ServerFacts> {
  try {
    const [row] = await sql<[ServerFacts]>`
      select current_setting('server_version_num')::int as "versionNumber",
             split_part(current_setting('server_version'), ' ', 1) as version,
             current_setting('server_encoding') as encoding,
             pg_is_in_recovery() as "readOnly"`
    return row
  } catch (cause) {
    const { host, port, database } = sql.options
    const problem = cause instanceof Error && cause.message !== '' ? cause.message : String(cause)
    throw new StartRefusal(
      `PostgreSQL at ${host.join(',')}:${port.join(',')}, database ${database}, cannot be used: ${problem}`,
      { cause },
    )
  }
}
