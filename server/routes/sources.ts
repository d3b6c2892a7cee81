import { getSources, putSource } from '@oreline/shared/api/sources.ts'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { sourceSettings } from '../config.ts'
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

/** Rows that nobody is asked for: a source for as long as a series ends with one of them. */
const unasked: Readonly<Record<string, string>> = {
  starter: 'Shipped with Oreline, until the first live answer.',
  import: 'Brought in from a file.',
}

export const sourceRoutes = [
  readRoute(
    getSources,
    { reads: ['health', 'prices', 'reference'], changesWith: 'moment' },
    async (_, context) => {
      const { snapshot } = context
      const records = await listHealthRecords(snapshot)
      const heldFrom = await readUnasked(snapshot)
      const facts = await readFacts(context)
      const rows = sources
        .filter(({ id }) => heldFrom.get(id)?.length !== 0)
        .map((source) =>
          sourceRow(
            source,
            heldFrom.get(source.id) ?? records.filter((record) => record.source === source.id),
            facts,
          ),
        )
      return { data: rows, meta: { sources: rows.map(({ source }) => source) } }
    },
  ),

  route(putSource, async ({ params, body }, { db, now }) => {
    const known = sources.some(({ id }) => id === params.source && unasked[id] === undefined)
    if (!known)
      throw new AppError('unknown-source', `no such source: ${params.source}`, { parameter: 'source' })
    await turnSource(db, { ...params, ...body, now })
    return { data: { ...params, ...body } }
  }),
]

async function readFacts({ snapshot, now, config, calendars }: ReadContext): Promise<SourceFacts> {
  const rows = await listReference(snapshot, 'instrument', { asOf: null })
  const instruments = rows.map(({ body }) => instrumentSchema.parse(body))
  const settings = sourceSettings(config)
  return {
    now,
    calendars: await calendars(snapshot, null),
    calendarOf: new Map(instruments.map(({ ticker, calendar }) => [ticker, calendar])),
    switches: await listSwitches(snapshot),
    setup: {
      SEC_CONTACT: fingerprintOrNull(settings.SEC_CONTACT),
      EODHD_API_TOKEN: fingerprintOrNull(settings.EODHD_API_TOKEN),
    },
  }
}

const fingerprintOrNull = (setting: string | null): string | null =>
  setting === null ? null : fingerprintOf(setting)

/** What is held of each source that is never asked. */
async function readUnasked(
  snapshot: ReadContext['snapshot'],
): Promise<ReadonlyMap<string, readonly ScopeRecord[]>> {
  const held = new Map<string, readonly ScopeRecord[]>()
  for (const [source, detail] of Object.entries(unasked)) {
    const bars = await listNewestBars(snapshot, source)
    held.set(
      source,
      bars.map((inUse) => heldRecord(inUse, detail)),
    )
  }
  return held
}

function heldRecord({ ticker, newest, since }: BarsInUse, detail: string): ScopeRecord {
  return {
    scope: ticker,
    state: 'fresh',
    since,
    newestItem: newest,
    lastAttemptAt: null,
    lastOkAt: null,
    nextAttemptAt: null,
    why: null,
    detail,
    refusedSetup: null,
    warnings: [],
  }
}
