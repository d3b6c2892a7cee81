/**
 * Brings one instrument's daily bars up to date: asks for the sessions that may have changed, has the answer judged
 * against what is stored, and asks for the whole history where the answer restates it.
 */
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Ok } from '@oreline/shared/kernel/outcome.ts'
import { findLiveSpan, type LiveSpan } from '@oreline/server/db/live-bars.ts'
import {
  keepHistoryOut,
  takeInHistory,
  type DaysAsked,
  type TakenIn,
} from '@oreline/server/db/take-in-history.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { askProvider, type Asked } from '../providers/ask-provider.ts'
import type { Provider, QuoteQuery } from '../providers/define-provider.ts'
import { backfillFrom } from '../providers/yahoo.ts'
import type { Reach } from '../source-job.ts'
import { askedAgainFrom } from './asked-again.ts'
import { listDueHoles, noteHolesAsked } from './due-holes.ts'

/** The answer behind an `ok`, and the days it was asked for. */
type Answer = {
  readonly answer: Ok<QuoteHistory>
  readonly history: QuoteHistory
  readonly payloadIds: readonly number[]
  readonly asked: DaysAsked
  readonly wholeFailed?: boolean
}
/** An instrument and a source of its daily bars. */
export type QuotesAsked = {
  readonly instrument: Instrument
  readonly provider: Provider<QuoteQuery, QuoteHistory>
}
type Subject = QuotesAsked & {
  readonly context: JobContext
  readonly instrumentId: number
  readonly held: LiveSpan
}

/** `provider` is the series' preferred source. `reach` null: from where something may be new. */
export async function refreshQuotes(
  context: JobContext,
  { instrument, provider }: QuotesAsked,
  reach: Reach | null,
): Promise<Attempted> {
  const instrumentId = context.reference.idOf(instrument.ticker)
  const held = await findLiveSpan(context.db, { instrumentId, source: provider.id })
  const subject = { context, instrument, provider, instrumentId, held }
  const series = { instrument, instrumentId, source: provider.id }
  const holes = await listDueHoles(context, series)
  const recent = await ask(subject, daysFor(earlierOf(recentFrom(subject), holes[0]), reach))
  if ('outcome' in recent) return recent
  const taken = await takeIn(subject, recent)
  const named = new Set(recent.history.gaps.map(({ date }) => date))
  if (taken.kind === 'stored') await noteHolesAsked(context, series, { holes, named })
  if (taken.kind !== 'ask-whole') return attempted(recent, taken)
  const whole = await refreshWhole(subject)
  if (taken.because !== 'new-action' || whole.outcome.kind === 'ok') return whole
  // The bars are good without it, and the next run asks for the whole history again.
  const bars = {
    ...recent,
    answer: { ...recent.answer, complete: false },
    payloadIds: [],
    wholeFailed: true,
  }
  const note = 'a new dividend or split; the history it restates could not be had yet'
  return { ...attempted(bars, await takeIn(subject, bars)), note }
}

/** null: from the beginning, which is before any hole. */
const earlierOf = (from: IsoDate | null, hole: IsoDate | undefined): IsoDate | null =>
  from === null || hole === undefined || from < hole ? from : hole

/** A reach never begins later than what would be asked anyway: a hole before it would not be found again. */
function daysFor(usual: IsoDate | null, reach: Reach | null): DaysAsked {
  const atLatest = usual ?? backfillFrom
  if (reach === null) return { from: atLatest, to: null }
  return { from: reach.from < atLatest ? reach.from : atLatest, to: reach.to }
}

async function refreshWhole(subject: Subject): Promise<Attempted> {
  const { first } = subject.held
  const from = first !== null && first < backfillFrom ? first : backfillFrom
  const whole = await ask(subject, { from, to: null })
  if ('outcome' in whole) return whole
  return attempted(whole, await takeIn(subject, whole))
}

/** Gives what the attempt came to where there is nothing to take in. */
async function ask(subject: Subject, asked: DaysAsked): Promise<Answer | Attempted> {
  const { context, instrument, provider } = subject
  const { reference, tools } = context
  const sessions = reference.sessions[instrument.calendar]
  const today = dateIn(sessions.calendar.timezone, tools.clock())
  const query = { instrument, sessions, from: asked.from, to: asked.to ?? today }
  const came = await askProvider(provider, query, tools)
  await noteRefusal(subject, came, asked)
  const { outcome, payloadIds } = came
  const [history] = outcome.kind === 'ok' ? outcome.items : []
  return outcome.kind === 'ok' && history !== undefined
    ? { answer: outcome, history, payloadIds, asked }
    : { outcome, stored: null, newestItem: null }
}

/** An answer that its reader keeps out is put where a person sees it. */
async function noteRefusal(
  { context, provider, instrumentId }: Subject,
  { outcome, contradiction }: Asked<QuoteHistory>,
  asked: DaysAsked,
): Promise<void> {
  if (contradiction === undefined || outcome.kind !== 'broken') return
  const { item: history, ...rest } = contradiction
  await keepHistoryOut(context.db, context.tools.clock, {
    instrumentId,
    source: provider.id,
    payloadId: outcome.raw?.payloadId ?? null,
    asked,
    contradiction: { ...rest, why: outcome.detail, history },
  })
}

async function takeIn(
  { context, instrument, provider, instrumentId }: Subject,
  { answer, history, payloadIds, asked, wholeFailed = false }: Answer,
): Promise<TakenIn> {
  return takeInHistory(context.db, context.tools.clock, {
    instrumentId,
    ticker: instrument.ticker,
    source: provider.id,
    history,
    rejects: answer.rejects,
    payloadId: answer.raw.payloadId,
    payloadIds,
    asked,
    wholeFailed,
  })
}

function attempted({ answer, history }: Answer, taken: TakenIn): Attempted {
  const newestItem = history.bars.findLast(({ status }) => status === 'final')?.date ?? null
  switch (taken.kind) {
    case 'stored': {
      const { written: stored, rescaled } = taken
      const note = rescaled === null ? {} : { note: rescalingNote(rescaled) }
      return { outcome: answer, stored, newestItem, ...note }
    }
    case 'kept-out':
      return {
        outcome: { kind: 'broken', why: 'quarantined', detail: taken.why, raw: answer.raw },
        stored: null,
        newestItem: null,
      }
    // Another process was at work on the series.
    case 'overtaken':
      return { outcome: answer, stored: null, newestItem, note: 'a later answer was stored meanwhile' }
    case 'ask-whole': {
      const note = 'the series changed meanwhile; the next run asks again'
      return { outcome: { ...answer, complete: false }, stored: null, newestItem, note }
    }
  }
}

function rescalingNote({ k, split }: NonNullable<Extract<TakenIn, { kind: 'stored' }>['rescaled']>): string {
  const by = `the whole series was rescaled by ${k.toPrecision(4)}`
  return split === null
    ? `${by}; no split of that ratio is named`
    : `${by}: the split ${split.numerator}:${split.denominator} of ${split.exDate}`
}

/** null: nothing live is held of the source. */
const recentFrom = ({ context, instrument, held }: Subject): IsoDate | null =>
  held.newestFinal === null
    ? null
    : askedAgainFrom(context.reference.sessions[instrument.calendar], held.newestFinal, context.tools.clock())
