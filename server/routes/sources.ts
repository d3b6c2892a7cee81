import { getSources, putSource } from '@oreline/shared/api/sources.ts'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listReference } from '../db/reference-rows.ts'
import {
  listNewestBars,
  listHealthRecords,
  listSwitches,
  turnSource,
  type BarsInUse,
} from '../db/source-records.ts'
import { fingerprintOf } from '../db/source-health.ts'
import { readRoute, type ReadContext } from '../read-route.ts'
import { route } from '../route.ts'
import { sourceRow, type ScopeRecord, type SourceFacts } from '../rows/source-rows.ts'

/** Shipped rows that nobody is asked for: a source for as long as a series ends with one of them. */
const SHIPPED = 'starter'

export const sourceRoutes = [
  readRoute(
    getSources,
    { reads: ['health', 'prices', 'reference'], changesWith: 'moment' },
    async (_, context) => {
      const { snapshot } = context
      const records = await listHealthRecords(snapshot)
      const shipped = (await listNewestBars(snapshot, SHIPPED)).map(shippedRecord)
      const facts = await readFacts(context)
      const rows = sources
        .filter(({ id }) => id !== SHIPPED || shipped.length > 0)
        .map((source) =>
          sourceRow(
            source,
            source.id === SHIPPED ? shipped : records.filter((record) => record.source === source.id),
            facts,
          ),
        )
      return { data: rows, meta: { sources: rows.map(({ source }) => source) } }
    },
  ),

  route(putSource, async ({ params, body }, { db, now }) => {
    const known = sources.some(({ id }) => id === params.source && id !== SHIPPED)
    if (!known)
      throw new AppError('unknown-source', `no such source: ${params.source}`, { parameter: 'source' })
    await turnSource(db, { ...params, ...body, now })
    return { data: { ...params, ...body } }
  }),
]

async function readFacts({ snapshot, now, config, calendars }: ReadContext): Promise<SourceFacts> {
  const rows = await listReference(snapshot, 'instrument', { asOf: null })
  const instruments = rows.map(({ body }) => instrumentSchema.parse(body))
  return {
    now,
    calendars: await calendars(snapshot, null),
    calendarOf: new Map(instruments.map(({ ticker, calendar }) => [ticker, calendar])),
    switches: await listSwitches(snapshot),
    setup: { SEC_CONTACT: config.secContact === null ? null : fingerprintOf(config.secContact) },
  }
}

function shippedRecord({ ticker, newest, since }: BarsInUse): ScopeRecord {
  return {
    scope: ticker,
    state: 'fresh',
    since,
    newestItem: newest,
    lastAttemptAt: null,
    lastOkAt: null,
    nextAttemptAt: null,
    why: null,
    detail: 'Shipped with Oreline, until the first live answer.',
    refusedSetup: null,
    warnings: [],
  }
}
