import { getSources, putSource } from '@oreline/shared/api/sources.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listNewestBars, listHealthRecords, turnSource, type BarsInUse } from '../db/source-records.ts'
import { readRoute, type ReadContext } from '../read-route.ts'
import { route } from '../route.ts'
import { readSourceFacts } from '../rows/source-facts.ts'
import { sourceRow, type ScopeRecord } from '../rows/source-rows.ts'

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
      const facts = await readSourceFacts(context)
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
