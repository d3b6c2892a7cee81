import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { markRemoved, noteAbsences } from '@oreline/server/db/absent-filings.ts'
import { countFilings, upsertFilings, type FilingWrite } from '@oreline/server/db/filings.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision, type Revision } from '@oreline/server/db/revision.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { askProvider } from '../providers/ask-provider.ts'
import type { FilingQuery, Provider } from '../providers/define-provider.ts'
import type { Reach } from '../source-job.ts'

export type FilingSource = {
  readonly provider: Provider<FilingQuery, Filing>
  /** The source under whose name its rows stand; undefined: its own. */
  readonly rowsOf?: string
  readonly authority?: FilingWrite['authority']
  /** Not asked while the operator keeps the first source from being asked: the same house, the same terms. */
  readonly offWithFirst?: true
  /** How far it is asked and what its lists prove; null: for its newest filings only, which prove nothing. */
  readonly lists: Lists | null
}

type Lists = {
  /** Days before the last complete answer from which on filings are asked for again. */
  readonly daysAgain: number
  /** From when on a first answer lists filings; null: from the first there is. */
  readonly from: IsoDate | null
  /** A complete answer holds every filing published more than so many days after its oldest. */
  readonly looseDays: number
}

/** `first`: the source behind which this one stands; null: it is the first itself. */
type Asked = {
  readonly instrument: Instrument
  readonly source: FilingSource
  readonly first: string | null
  readonly reach: Reach | null
}

/** Asks a source for the filings of an instrument and stores what it lists. */
export async function refreshFilings(context: JobContext, asked: Asked): Promise<Attempted> {
  const { db, tools, reference, log } = context
  const { instrument, source: definition } = asked
  const { provider, lists } = definition
  const { ticker } = instrument
  const source = definition.rowsOf ?? provider.id
  const instrumentId = reference.idOf(ticker)
  const since = lists === null ? null : await sinceWhen(context, asked, lists)
  const { outcome, payloadIds } = await askProvider(provider, { instrument, since }, tools)
  const mark = async (revision: Revision): Promise<number> => {
    if (lists === null) return 0
    const { removed, returned } = await markRemoved(revision, { source, instrumentId })
    if (removed > 0) log.warn({ source, scope: ticker, count: removed }, 'filings.removed-upstream')
    return removed + returned
  }
  const writing = { scope: 'filings', clock: tools.clock } as const
  if (outcome.kind === 'unchanged')
    return { outcome, stored: await withRevision(db, writing, mark), newestItem: null }
  if (outcome.kind !== 'ok') {
    const emptyIsSuspect = (await countFilings(db, source, instrumentId)) > 0
    return { outcome, stored: null, newestItem: null, emptyIsSuspect }
  }
  const { items, rejects, raw, complete } = outcome
  const { payloadId } = raw
  const { authority = 'record' } = definition
  const stored = await withRevision(db, writing, async (revision) => {
    const write = { instrumentId, filings: items, source, payloadId, authority }
    const written = await upsertFilings(revision, write)
    await keepRejects(revision, { source: provider.id, scope: ticker, payloadId, rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    const [oldest] = days(items)
    if (lists !== null && complete && rejects.length === 0 && oldest !== undefined) {
      const ids = items.map(({ sourceId }) => sourceId)
      await noteAbsences(revision, { source, instrumentId, ids, after: addDays(oldest, lists.looseDays) })
    }
    return written + (await mark(revision))
  })
  return { outcome, stored, newestItem: days(items).at(-1) ?? null }
}

/**
 * Never less than would be asked for anyway: a hole would not be found again. A second source that has not answered yet
 * begins where the first one is complete: it need not tell the whole history over again.
 */
async function sinceWhen(
  { db }: JobContext,
  { instrument: { ticker: scope }, source: { provider }, first, reach }: Asked,
  { daysAgain, from }: Lists,
): Promise<IsoDate | null> {
  const health =
    (await findHealth(db, { source: provider.id, scope })) ??
    (first === null ? null : await findHealth(db, { source: first, scope }))
  const usual = daysBefore(health?.lastCompleteAt ?? null, daysAgain)
  const atLatest = usual ?? from
  return reach !== null && atLatest !== null && reach.from < atLatest ? reach.from : usual
}

const daysBefore = (instant: string | null, count: number): IsoDate | null =>
  instant === null ? null : addDays(isoDateSchema.parse(instant.slice(0, 10)), -count)

/** Ascending. */
const days = (items: readonly Filing[]): readonly IsoDate[] =>
  items.map(({ publishedOn }) => publishedOn).toSorted()
