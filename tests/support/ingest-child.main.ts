/**
 * Takes in one history after the other, to be killed: `ingest-child.main.ts <data dir> <shared home>`. Each round's answer
 * bears its number in every volume; every third is on another scale, so that the whole series moves to a new epoch. Says
 * what it found first, then the number of each round once it is stored.
 */
import { migrateStore } from '@oreline/server/db/migrate.ts'
import { startPrivatePostgres } from '@oreline/server/db/private-postgres/start.ts'
import { instruments } from '@oreline/server/db/schema/instruments.ts'
import { takeInHistory } from '@oreline/server/db/take-in-history.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { systemClock } from './clock.ts'
import { openTestStore, silentLog } from './database.ts'
import { historyOfRound } from './ingest-rounds.ts'
import { readSeries } from './ingest-state.ts'

const [dataDir = '', sharedHome = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const server = await startPrivatePostgres({ dataDir, sharedHome, log: silentLog, clock: systemClock })
const store = await openTestStore(server.url)
const { db, sql } = store
await migrateStore({ db, sql, log: silentLog })
await db.insert(instruments).values({ ticker: 'MP' }).onConflictDoNothing()
const held = await readSeries(sql)
say(`found ${JSON.stringify({ serverPid: server.pid, ...held })}`)

const source = 'yahoo'
const [instrument] = await db.select().from(instruments)
for (let round = held.round + 1; ; round += 1) {
  const taken = await takeInHistory(db, systemClock, {
    instrumentId: instrument?.id ?? 0,
    ticker: 'MP',
    source,
    history: historyOfRound(round),
    rejects: [],
    payloadId: null,
    payloadIds: [],
    asked: { from: isoDateSchema.parse('2020-01-01'), to: null },
  })
  if (taken.kind !== 'stored') throw new Error(`round ${round}: ${JSON.stringify(taken)}`)
  say(`stored ${round}`)
}
