import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { markRemoved, noteAbsences } from '@oreline/server/db/absent-filings.ts'
import { countFilings, upsertFilings } from '@oreline/server/db/filings.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision, type Revision } from '@oreline/server/db/revision.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { askProvider } from '../providers/ask-provider.ts'
import { asx } from '../providers/asx.ts'
import type { FilingQuery, Provider } from '../providers/define-provider.ts'
import { sec } from '../providers/sec.ts'
import { backfillFrom, sse } from '../providers/sse.ts'
import { sourceJob, type Reach, type SourceJob } from '../source-job.ts'

type FilingSource = {
  readonly provider: Provider<FilingQuery, Filing>
  /** Days before the last complete answer from which on filings are asked for again. */
  readonly daysAgain: number
  /** From when on a first answer lists filings; null: from the first there is. */
  readonly listsFrom: IsoDate | null
  /** A complete answer holds every filing published more than so many days after its oldest. */
  readonly looseDays: number
}

/**
 * Filings of every instrument a source carries. The first complete answer is silent: what it brings was there before
 * Oreline looked (`first_complete_at` of the source's health), so that no alert takes it for news.
 */
const filings = (definition: Pick<SourceJob, 'name' | 'schedules'>, source: FilingSource): SourceJob =>
  sourceJob({
    ...definition,
    scopes: ({ reference }) =>
      reference.instruments
        .filter((instrument) => source.provider.carries({ instrument, since: null }))
        .map((instrument) => ({
          source: source.provider.id,
          scope: instrument.ticker,
          refresh: async (run, reach) => refresh(run, instrument, source, reach),
        })),
  })

async function refresh(
  { db, tools, reference, log }: JobContext,
  instrument: Instrument,
  { provider, daysAgain, listsFrom, looseDays }: FilingSource,
  reach: Reach | null,
): Promise<Attempted> {
  const { id: source } = provider
  const { ticker } = instrument
  const instrumentId = reference.idOf(ticker)
  const health = await findHealth(db, { source, scope: ticker })
  const usual = daysBefore(health?.lastCompleteAt ?? null, daysAgain)
  // Never less than would be asked for anyway: a hole would not be found again.
  const atLatest = usual ?? listsFrom
  const since = reach !== null && atLatest !== null && reach.from < atLatest ? reach.from : usual
  const { outcome, payloadIds } = await askProvider(provider, { instrument, since }, tools)
  const mark = async (revision: Revision): Promise<number> => {
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
  const stored = await withRevision(db, writing, async (revision) => {
    const written = await upsertFilings(revision, { instrumentId, filings: items, source, payloadId })
    await keepRejects(revision, { source, scope: ticker, payloadId, rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    const [oldest] = days(items)
    if (complete && rejects.length === 0 && oldest !== undefined) {
      const ids = items.map(({ sourceId }) => sourceId)
      await noteAbsences(revision, { source, instrumentId, ids, after: addDays(oldest, looseDays) })
    }
    return written + (await mark(revision))
  })
  return { outcome, stored, newestItem: days(items).at(-1) ?? null }
}

const daysBefore = (instant: string | null, days: number): IsoDate | null =>
  instant === null ? null : addDays(isoDateSchema.parse(instant.slice(0, 10)), -days)

/** Ascending. */
const days = (items: readonly Filing[]): readonly IsoDate[] =>
  items.map(({ publishedOn }) => publishedOn).toSorted()

const newYork = 'America/New_York'
const sydney = 'Australia/Sydney'
const shanghai = 'Asia/Shanghai'

export const filingJobs: readonly SourceJob[] = [
  filings(
    {
      name: 'filings-sec',
      // EDGAR takes filings from 06:00 to 22:00 on weekdays: every ten minutes then, else hourly.
      schedules: [
        { cron: '*/10 6-21 * * 1-5', timeZone: newYork },
        { cron: '0,10 22 * * 1-5', timeZone: newYork },
        { cron: '0 23,0-5 * * 1-5', timeZone: newYork },
        { cron: '0 * * * 0,6', timeZone: newYork },
      ],
    },
    { provider: sec, daysAgain: 7, listsFrom: null, looseDays: 0 },
  ),
  filings(
    {
      name: 'filings-asx',
      schedules: [
        { cron: '30,45 7 * * 1-5', timeZone: sydney },
        { cron: '*/15 8-18 * * 1-5', timeZone: sydney },
        { cron: '0,15,30 19 * * 1-5', timeZone: sydney },
      ],
    },
    { provider: asx, daysAgain: 7, listsFrom: null, looseDays: 0 },
  ),
  filings(
    {
      name: 'filings-sse',
      // Bulletins are uploaded in the evening, also before a working Sunday.
      schedules: [
        { cron: '0 0,8 * * *', timeZone: shanghai },
        { cron: '30 15 * * *', timeZone: shanghai },
        { cron: '*/30 16-23 * * *', timeZone: shanghai },
      ],
    },
    // One whole window of the exchange's query: a company is never silent for so long, so that nothing is suspect.
    // Its windows are by the day of disclosure, up to twelve days after the upload.
    { provider: sse, daysAgain: 89, listsFrom: backfillFrom, looseDays: 14 },
  ),
]
