import { countMigrations } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { readStoreFacts } from '@oreline/server/db/store-facts.ts'
import { sizeOf } from '../counted.ts'
import { failed, ok, warning, type Finding } from './finding.ts'

/** Connections that a process of Oreline takes at most, its queue included. */
const wantedConnections = 12

/** Answers, tables, size, connections, damaged pages. */
export async function checkStore({ db, sql, engine }: Store): Promise<readonly Finding[]> {
  const { bytes, connections, mostConnections, checksums, damaged } = await readStoreFacts(db)
  const { applied, missing } = await countMigrations({ sql })
  const whose = engine.private ? 'Oreline’s own' : 'DATABASE_URL'
  const free = mostConnections - connections
  const taken = `${connections} of ${mostConnections} connections in use`
  return [
    ok('store', `PostgreSQL ${engine.version} (${whose}) answers; ${sizeOf(bytes)}`),
    free < wantedConnections
      ? warning('connections', taken, 'Raise max_connections of the server, or run fewer programs on it.')
      : ok('connections', taken),
    missing === 0
      ? ok('tables', `of this version (${applied} migrations)`)
      : warning('tables', `${missing} migration(s) behind this version`, 'Start Oreline once.'),
    damaged > 0
      ? failed('pages', `${damaged} damaged on the disk`, 'Restore the newest backup to another disk.')
      : ok('pages', checksums ? 'no damaged one was met' : 'the server does not watch for damaged ones'),
  ]
}
