/** What a person decides on an answer that is kept out: it is written in the turn of the prices, as one revision. */
import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { startOfDayMs } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Bar, QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import {
  rescaled,
  rescaleOfferedAt,
  scaleOf,
  wholeSeries,
  type Rescaling,
} from '@oreline/shared/domain/prices/contradiction.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { instantOf, isAfter } from '@oreline/shared/kernel/instant.ts'
import { eq } from 'drizzle-orm'
import { listActions } from './action-history.ts'
import { upsertBars } from './bars.ts'
import type { Db } from './client.ts'
import { findLiveSpan, listCurrentBars, type SourcedBar } from './live-bars.ts'
import { writeHistory } from './quote-history.ts'
import { inRevision, type Revision } from './revision.ts'
import { quarantine } from './schema/quarantine.ts'
import { bumpVersion } from './version-count.ts'

/** `before` null: the first day of the answer that is on the right scale, where it names one. */
export type Decision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'discard' }
  | ({ readonly kind: 'rescale' } & Omit<Rescaling, 'before'> & {
        readonly before: Rescaling['before'] | null
      })

/** `refused`: nothing is changed, and why. */
export type Decided =
  | { readonly kind: 'accepted' | 'rescaled' | 'discarded'; readonly rows: number }
  | { readonly kind: 'refused'; readonly because: 'unknown' | 'decided' | 'unfit'; readonly why: string }

export type DecisionOn = {
  readonly id: number
  readonly ticker: string
  /** Of the exchange: a split begins with its day there. */
  readonly timezone: TimeZone
  readonly decision: Decision
}

/**
 * Accepting stores the answer under a new epoch, in the place of the series, where it covers all that is held; the series
 * as the answer would have it where only the answer's part is on another scale; else as corrections. What a person
 * accepts is under suspicion no more.
 */
export async function decideQuarantine(db: Db, clock: Clock, asked: DecisionOn): Promise<Decided> {
  const { rows, decided } = await inRevision(db, { scope: 'prices', clock }, async (revision) => {
    const decided = await decide(revision, asked)
    return { rows: decided.kind === 'refused' ? 0 : decided.rows, decided }
  })
  return decided.kind === 'refused' ? decided : { ...decided, rows }
}

type Row = typeof quarantine.$inferSelect
type Fit = Row & { readonly history: QuoteHistory }

async function decide(revision: Revision, { id, ticker, timezone, decision }: DecisionOn): Promise<Decided> {
  const { tx, recordedAt } = revision
  const [row] = await tx.select().from(quarantine).where(eq(quarantine.id, id)).for('update')
  if (row === undefined) return refused('unknown', `no quarantined answer ${id}`)
  if (row.decidedAt !== null)
    return refused('decided', `this answer was ${row.decision ?? 'decided'} at ${row.decidedAt}`)
  const closeAs = async (kind: 'accepted' | 'rescaled' | 'discarded', rows: number): Promise<Decided> => {
    // A discarded or rescaled one is known again by its rows.
    const history = kind === 'accepted' ? null : row.history
    await tx
      .update(quarantine)
      .set({ decision: kind, decidedAt: recordedAt, history })
      .where(eq(quarantine.id, id))
    await bumpVersion(tx, 'health', recordedAt)
    return { kind, rows }
  }
  if (decision.kind === 'discard') return closeAs('discarded', 0)
  if (!hasRows(row)) return refused('unfit', 'the answer gave no rows that could be stored; discard it')
  if (await isOutdated(revision, row, timezone))
    return refused('unfit', 'a split has begun since this answer came: wait for the next one')
  if (decision.kind === 'accept') return closeAs('accepted', await accept(revision, row, ticker))

  const offeredAt = rescaleOfferedAt(row.openedAt)
  if (isAfter(offeredAt, recordedAt))
    return refused('unfit', `the source has until ${offeredAt} to mend it; then it may be rescaled by hand`)
  const before = decision.before ?? row.agreesFrom
  if (before === null) return refused('unfit', 'say up to which day (before) the prices are rescaled')
  return closeAs('rescaled', await rescale(revision, row, ticker, { ...decision, before }))
}

const refused = (because: 'unknown' | 'decided' | 'unfit', why: string): Decided => ({
  kind: 'refused',
  because,
  why,
})

const hasRows = (row: Row): row is Fit => row.history !== null

/** Its prices would be taken for fetched now, with every split inside them that has begun. */
async function isOutdated(
  { tx, recordedAt }: Revision,
  { instrumentId, history }: Fit,
  timezone: TimeZone,
): Promise<boolean> {
  const held = await listActions(tx, [instrumentId], null)
  return [...held, ...history.actions].some(({ kind, exDate }) => {
    const beginsAt = instantOf(startOfDayMs(exDate, timezone))
    return kind === 'split' && isAfter(beginsAt, history.asOf) && !isAfter(beginsAt, recordedAt)
  })
}

async function accept(revision: Revision, row: Fit, ticker: string): Promise<number> {
  const believedRow = { ...row, history: { ...row.history, bars: row.history.bars.map(believed) } }
  const held = row.whole ? [] : await listCurrentBars(revision.tx, row.instrumentId)
  const isScaled = scaleOf(held.map(barOf), row.history) !== 1
  if (isScaled) return replaceSeries(revision, believedRow, ticker, (bars) => bars)
  const { epoch } = await findLiveSpan(revision.tx, row)
  const place = row.whole ? { epoch: epoch + 1, replaces: true } : { epoch, replaces: false }
  return writeAnswer(revision, believedRow, ticker, place)
}

const barOf = ({ bar }: SourcedBar): Bar => bar

const believed = (bar: Bar): Bar =>
  bar.flags.includes('suspect')
    ? { ...bar, flags: [...bar.flags.filter((flag) => flag !== 'suspect'), 'confirmed'] }
    : bar

const rescale = async (revision: Revision, row: Fit, ticker: string, how: Rescaling): Promise<number> =>
  replaceSeries(revision, row, ticker, (bars) => rescaled(bars, how))

/** Writes the whole series under a new epoch: the answer, and around it what is held, each under its own source. */
async function replaceSeries(
  revision: Revision,
  row: Fit,
  ticker: string,
  change: (bars: readonly Bar[]) => readonly Bar[],
): Promise<number> {
  const { instrumentId, history } = row
  const held = row.whole ? [] : await listCurrentBars(revision.tx, instrumentId)
  const series = change(wholeSeries(held.map(barOf), history))
  const epoch = (await findLiveSpan(revision.tx, row)).epoch + 1
  const answered = new Set(history.bars.map(({ date }) => date))
  const tellers = new Map(
    held.flatMap(({ source, bar: { date } }) => (answered.has(date) ? [] : [[date, source]])),
  )
  let written = 0
  for (const source of new Set(tellers.values())) {
    const rows = series.filter(({ date }) => tellers.get(date) === source)
    const ofEpoch = rows.map((bar) => ({ ...bar, instrumentId, epoch }))
    written += await upsertBars(revision, { rows: ofEpoch, source, payloadId: null })
  }
  const bars = series.filter(({ date }) => !tellers.has(date))
  const answer = { ...row, history: { ...history, bars } }
  return written + (await writeAnswer(revision, answer, ticker, { epoch, replaces: true }))
}

async function writeAnswer(
  revision: Revision,
  { instrumentId, source, history, payloadId }: Fit,
  ticker: string,
  place: { readonly epoch: number; readonly replaces: boolean },
): Promise<number> {
  return writeHistory(revision, {
    instrumentId,
    ticker,
    source,
    history,
    rejects: [],
    payloadId,
    payloadIds: payloadId === null ? [] : [payloadId],
    ...place,
  })
}
