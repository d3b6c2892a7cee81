/**
 * Brings one instrument's daily bars up to date: asks for the sessions that may have changed, judges the answer against
 * what is stored, and stores it, or asks for the whole history, or keeps the answer out.
 */
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { sessionsBefore, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { compareOverlap } from '@oreline/shared/domain/prices/overlap.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Ok } from '@oreline/shared/kernel/outcome.ts'
import { listLiveActions } from '@oreline/server/db/corporate-actions.ts'
import { findLiveSpan, listFinalCloses, type LiveSpan } from '@oreline/server/db/live-bars.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { askProvider, type Asked } from '../providers/ask-provider.ts'
import { backfillFrom, yahoo } from '../providers/yahoo.ts'
import type { Reach } from '../source-job.ts'
import { judgeAnswer, type Judgement } from './judge-answer.ts'
import { storeHistory } from './store-history.ts'

/** Sessions asked for again each time: corrections come within days. */
const sessionsAgain = 15
/** As many days as those sessions take where the calendar does not reach. */
const daysAgain = 21

type Answer = {
  readonly answer: Ok<QuoteHistory>
  readonly history: QuoteHistory
  readonly payloadIds: readonly number[]
}
type Subject = {
  readonly context: JobContext
  readonly instrument: Instrument
  readonly instrumentId: number
  readonly held: LiveSpan
}

/** Days asked for, both inclusive; `from` null: the whole history, `to` null: up to now. */
type Window = { readonly from: IsoDate | null; readonly to: IsoDate | null }

/** `reach` null: from where something may be new. */
export async function refreshQuotes(
  context: JobContext,
  instrument: Instrument,
  reach: Reach | null,
): Promise<Attempted> {
  const instrumentId = context.reference.idOf(instrument.ticker)
  const held = await findLiveSpan(context.db, instrumentId)
  const subject = { context, instrument, instrumentId, held }
  const window = windowOf(recentFrom(subject), reach)
  const asked = await ask(subject, window)
  const recent = answerOf(asked)
  if (recent === null) return nothing(asked.outcome)
  const judgement = await judge(subject, recent, window)
  if (judgement.kind !== 'ask-whole') return settle(subject, recent, judgement)
  const whole = await refreshWhole(subject)
  if (judgement.because === 'rescaled' || whole.outcome.kind === 'ok') return whole
  // The bars are good without it. The action is not stored, so that the next run asks for the whole history again.
  const bars = {
    answer: { ...recent.answer, complete: false },
    history: { ...recent.history, actions: [] },
    payloadIds: [],
  }
  const note = 'a new dividend or split; the history it restates could not be had yet'
  return { ...(await settle(subject, bars, { kind: 'store' })), note }
}

/** A reach never begins later than what would be asked anyway: a hole before it would not be found again. */
function windowOf(usual: IsoDate | null, reach: Reach | null): Window {
  if (reach === null) return { from: usual, to: null }
  const atLatest = usual ?? backfillFrom
  return { from: reach.from < atLatest ? reach.from : atLatest, to: reach.to }
}

async function refreshWhole(subject: Subject): Promise<Attempted> {
  const { first } = subject.held
  const from = first !== null && first < backfillFrom ? first : null
  const window = { from, to: null }
  const asked = await ask(subject, window)
  const whole = answerOf(asked)
  if (whole === null) return nothing(asked.outcome)
  const judgement = await judge(subject, whole, window)
  invariant(judgement.kind !== 'ask-whole', 'a whole history is the most that can be asked')
  return settle(subject, whole, judgement)
}

const nothing = (outcome: Attempted['outcome']): Attempted => ({ outcome, stored: null, newestItem: null })

async function ask({ context, instrument }: Subject, { from, to }: Window): Promise<Asked<QuoteHistory>> {
  const { reference, tools } = context
  const sessions = reference.sessions[instrument.calendar]
  const today = dateIn(sessions.calendar.timezone, tools.clock())
  return askProvider(yahoo, { instrument, sessions, from, to: to ?? today }, tools)
}

function answerOf({ outcome, payloadIds }: Asked<QuoteHistory>): Answer | null {
  if (outcome.kind !== 'ok') return null
  const [history] = outcome.items
  return history === undefined ? null : { answer: outcome, history, payloadIds }
}

async function judge(
  { context, instrumentId, held }: Subject,
  { history }: Answer,
  { from, to }: Window,
): Promise<Judgement> {
  const [first] = history.bars
  const stored =
    first === undefined ? [] : await listFinalCloses(context.db, { instrumentId, from: first.date })
  const known = await listLiveActions(context.db, instrumentId)
  const isKnown = (exDate: IsoDate, kind: string) =>
    known.some((action) => action.exDate === exDate && action.kind === kind)
  return judgeAnswer(compareOverlap(stored, history.bars), {
    // One that ends early is never whole: what it leaves out would count as gone.
    whole: held.first === null || (to === null && (from === null || from <= held.first)),
    hasNewAction: history.actions.some(({ exDate, kind }) => !isKnown(exDate, kind)),
  })
}

async function settle(
  { context, instrument, instrumentId, held }: Subject,
  { answer, history, payloadIds }: Answer,
  judgement: Exclude<Judgement, { kind: 'ask-whole' }>,
): Promise<Attempted> {
  if (judgement.kind === 'quarantine')
    return nothing({ kind: 'broken', why: 'quarantined', detail: judgement.why, raw: answer.raw })
  const replaces = judgement.kind === 'store-new-epoch'
  const stored = await storeHistory(context.db, context.tools.clock, {
    instrumentId,
    ticker: instrument.ticker,
    source: yahoo.id,
    history,
    answer,
    payloadIds,
    epoch: held.epoch + (replaces ? 1 : 0),
    replaces,
  })
  const newestItem = history.bars.findLast(({ status }) => status === 'final')?.date ?? null
  const note = replaces ? { note: `the whole series was rescaled by ${judgement.k.toPrecision(4)}` } : {}
  return { outcome: answer, stored, newestItem, ...note }
}

/** Some sessions before the newest final bar, or before today where that is earlier; null: nothing live is held. */
function recentFrom({ context, instrument, held }: Subject): IsoDate | null {
  if (held.newestFinal === null) return null
  const sessions = context.reference.sessions[instrument.calendar]
  const today = dateIn(sessions.calendar.timezone, context.tools.clock())
  return sessionsBack(sessions, held.newestFinal < today ? held.newestFinal : today)
}

const sessionsBack = (index: SessionIndex, date: IsoDate): IsoDate =>
  (date <= index.calendar.coverage.confirmedThrough
    ? index.dates[sessionsBefore(index, date) - sessionsAgain]
    : undefined) ?? addDays(date, -daysAgain)
