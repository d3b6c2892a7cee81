/** What `store-child.ts` runs: SIGINT ends it in order after one more row, SIGUSR2 without stopping its server. */
import { createPool } from '@oreline/server/db/pool.ts'
import { startPrivatePostgres } from '@oreline/server/db/private-postgres/start.ts'
import { pino } from 'pino'
import { systemClock } from './clock.ts'

const log = pino({ level: 'silent' })
const [dataDir = '', sharedHome = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const server = await startPrivatePostgres({ dataDir, sharedHome, log, clock: systemClock })
const sql = createPool(server.url, { max: 1, log })
await sql`create table if not exists acknowledged (n integer primary key)`
const [last] = await sql<[{ n: number }]>`select coalesce(max(n), 0) as n from acknowledged`
say(`server ${server.pid}`)

const interrupted = new Promise<'interrupted'>((resolve) =>
  process.once('SIGINT', () => resolve('interrupted')),
)
process.once('SIGUSR2', () => process.exit(0))

const state: { stopping: boolean } = { stopping: false }
void interrupted.then(() => (state.stopping = true))
for (let n = last.n + 1; !state.stopping; n += 1) {
  await sql`insert into acknowledged values (${n})`
  say(`${n}`)
}
await sql`insert into acknowledged values (-1) on conflict do nothing`
say('wrote after the interrupt')
await sql.end()
await server.stop()
say('stopped')
