/**
 * Judges an answer about a series against what is stored and acts on it, in one transaction: whatever else is written
 * meanwhile, a history is stored on the scale by which it was judged, or not at all.
 */
import type { CorporateAction, QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Contradiction } from '@oreline/shared/domain/prices/contradiction.ts'
import { judgeAnswer, type Judgement } from '@oreline/shared/domain/prices/judgement.ts'
import { differingCloses } from '@oreline/shared/domain/prices/overlap.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Executor, Db } from './client.ts'
import { listRestatedActions, pendingFlag } from './corporate-actions.ts'
import { findLiveSpan, listFinalCloses, type LiveSpan } from './live-bars.ts'
import { isOvertaken } from './payloads.ts'
import { noteContradiction, resolveContradictions } from './quarantine.ts'
import { writeHistory, type AcceptedHistory } from './quote-history.ts'
import { inRevision, type Revision, type Written } from './revision.ts'

/** Days asked for, both inclusive; `to` null: up to now. */
export type DaysAsked = { readonly from: IsoDate; readonly to: IsoDate | null }

/**
 * An answer about one instrument as it came. `wholeFailed`: the whole history, which a dividend or split of it restates,
 * could not be had. The actions are stored as pending then, so that the next answer asks for it again.
 */
export type FreshHistory = Omit<AcceptedHistory, 'epoch' | 'replaces'> & {
  readonly asked: DaysAsked
  readonly wholeFailed?: boolean
}

/**
 * `stored`: `rescaled` is the factor and the split that explains it, where the whole series is on another scale now.
 * `ask-whole`: nothing is stored, the whole history is wanted. `kept-out`: it contradicts what is held and waits for a
 * decision. `overtaken`: a later answer is stored already.
 */
export type TakenIn =
  | {
      readonly kind: 'stored'
      readonly written: Written
      readonly rescaled: Pick<Extract<Judgement, { kind: 'store-new-epoch' }>, 'k' | 'split'> | null
    }
  | Extract<Judgement, { kind: 'ask-whole' }>
  | { readonly kind: 'kept-out'; readonly why: string }
  | { readonly kind: 'overtaken' }

export async function takeInHistory(db: Executor, clock: Clock, fresh: FreshHistory): Promise<TakenIn> {
  const { rows, recordedAt, taken } = await inRevision(db, { scope: 'prices', clock }, async (revision) =>
    judgeAndWrite(revision, fresh),
  )
  return taken.kind === 'stored' ? { ...taken, written: { rows, recordedAt } } : taken
}

type Taken = Exclude<TakenIn, { kind: 'stored' }> | Omit<Extract<TakenIn, { kind: 'stored' }>, 'written'>

async function judgeAndWrite(
  revision: Revision,
  fresh: FreshHistory,
): Promise<{ readonly rows: number; readonly taken: Taken }> {
  const { tx } = revision
  if (fresh.payloadId !== null && (await isOvertaken(tx, fresh.payloadId)))
    return { rows: 0, taken: { kind: 'overtaken' } }
  const { judgement, held, news } = await judge(tx, fresh)
  if (judgement.kind === 'ask-whole') return { rows: 0, taken: judgement }
  if (judgement.kind === 'quarantine') {
    const { overlap, why } = judgement
    const agreesFrom = overlap.kind === 'half-adjusted' ? overlap.agreesFrom : null
    const contradiction = { kind: overlap.kind, why, k: overlap.k, agreesFrom, history: fresh.history }
    await noteFor(revision, fresh, contradiction)
    return { rows: 0, taken: { kind: 'kept-out', why } }
  }
  const replaces = judgement.kind === 'store-new-epoch'
  const rows = await writeHistory(revision, {
    ...fresh,
    history: fresh.wholeFailed === true ? withPending(fresh.history, news) : fresh.history,
    epoch: held.epoch + (replaces ? 1 : 0),
    replaces,
  })
  await resolveContradictions(revision, fresh)
  return { rows, taken: { kind: 'stored', rescaled: replaces ? judgement : null } }
}

/** `news`: the dividends and splits of the answer that are not held, or whose restated history is not. */
async function judge(
  tx: Executor,
  { instrumentId, source, history, asked, wholeFailed = false }: Omit<FreshHistory, 'ticker'>,
): Promise<{
  readonly judgement: Judgement
  readonly held: LiveSpan
  readonly news: readonly CorporateAction[]
}> {
  const held = await findLiveSpan(tx, { instrumentId, source })
  const known = await listRestatedActions(tx, instrumentId)
  const isKnown = ({ exDate, kind }: CorporateAction) =>
    known.some((action) => action.exDate === exDate && action.kind === kind)
  const news = history.actions.filter((action) => !isKnown(action))
  const judgement = judgeAnswer({
    stored: await closesBeside(tx, { instrumentId, source, history }),
    fresh: history.bars,
    actions: history.actions,
    whole: isWhole(asked, held),
    goesOn: asked.to === null && held.newestFinal !== null,
    hasNewAction: news.length > 0 && !wholeFailed,
  })
  return { judgement, held, news }
}

const withPending = (history: QuoteHistory, news: readonly CorporateAction[]): QuoteHistory => ({
  ...history,
  actions: history.actions.map((action) =>
    news.includes(action) ? { ...action, flags: [...action.flags, pendingFlag] } : action,
  ),
})

/** One that ends early is never whole: what it leaves out would count as gone. */
const isWhole = ({ from, to }: DaysAsked, { first }: LiveSpan): boolean =>
  first === null || (to === null && from <= first)

type Beside = { readonly instrumentId: number; readonly source: string; readonly history: QuoteHistory }

async function closesBeside(tx: Executor, { history, ...series }: Beside) {
  const [first] = history.bars
  return first === undefined ? [] : listFinalCloses(tx, { ...series, from: first.date })
}

/** An answer that its provider's own reader keeps out. */
export type RefusedHistory = Pick<FreshHistory, 'instrumentId' | 'source' | 'payloadId' | 'asked'> & {
  readonly contradiction: Contradiction
}

/** Notes it, for a person to look at; no price is written. */
export async function keepHistoryOut(db: Db, clock: Clock, refused: RefusedHistory): Promise<void> {
  await inRevision(db, { scope: 'prices', clock }, async (revision) => {
    await noteFor(revision, refused, refused.contradiction)
    return { rows: 0 }
  })
}

async function noteFor(
  revision: Revision,
  { instrumentId, source, payloadId, asked }: Omit<RefusedHistory, 'contradiction'>,
  contradiction: Contradiction,
): Promise<void> {
  const { history } = contradiction
  const stored = history === null ? [] : await closesBeside(revision.tx, { instrumentId, source, history })
  const differing = differingCloses(stored, history?.bars ?? [])
  const span = await findLiveSpan(revision.tx, { instrumentId, source })
  const days = new Set(stored.map(({ date }) => date))
  await noteContradiction(revision, {
    instrumentId,
    source,
    payloadId,
    contradiction,
    whole: isWhole(asked, span),
    compared: history?.bars.filter(({ date }) => days.has(date)).length ?? 0,
    differing,
  })
}
