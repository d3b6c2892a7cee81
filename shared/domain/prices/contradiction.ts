/** An answer about a series that contradicts what is held, or itself, so that it is kept out until somebody decides. */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { plusMs } from '../../kernel/instant.ts'
import type { Bar, QuoteHistory } from './bar.ts'
import { compareOverlap } from './overlap.ts'

/**
 * `half-adjusted`: the closes up to some day are on another scale than those held, the others are not. `not-rescaled`: a
 * split is named, and the answer's own prices jump by its ratio. `disagrees`: many days differ, by no one factor.
 * `currency`, `renamed`, `ragged`: prices in another currency, of another symbol, in columns of unequal length; such an
 * answer has no rows that could be stored.
 */
export const contradictionKinds = [
  'half-adjusted',
  'not-rescaled',
  'disagrees',
  'currency',
  'renamed',
  'ragged',
] as const
export type ContradictionKind = (typeof contradictionKinds)[number]

/**
 * `k`: what takes the days before `agreesFrom` from the held scale to the answer's (`half-adjusted`), or would bring them
 * to the scale of the days after (`not-rescaled`); null where there is no such factor. `history` null: no rows.
 */
export type Contradiction = {
  readonly kind: ContradictionKind
  readonly why: string
  readonly k: number | null
  readonly agreesFrom: IsoDate | null
  readonly history: QuoteHistory | null
}

type Told = Pick<Contradiction, 'kind' | 'why' | 'history'>

/** Whether two answers contradict in the same way: the same rows on the days both have, where they have rows. */
export function sameContradiction(one: Told, other: Told): boolean {
  if (one.kind !== other.kind) return false
  if (one.history === null || other.history === null)
    return one.history === other.history && one.why === other.why
  const overlap = compareOverlap(finalsOf(one.history), finalsOf(other.history))
  return overlap.kind === 'agrees' && overlap.compared > 0
}

const finalsOf = ({ bars }: Pick<QuoteHistory, 'bars'>): readonly Bar[] =>
  bars.filter(({ status, flags }) => status === 'final' && !flags.includes('suspect'))

/** Which days a person rescales: from `from` up to, not including, `before`; `from` null: from the first. */
export type Rescaling = { readonly k: number; readonly from: IsoDate | null; readonly before: IsoDate }

/** What takes a close that is held to the answer's scale, at the answer's beginning; 1: they are on the same. */
export function scaleOf(held: readonly Bar[], { bars }: QuoteHistory): number {
  const overlap = compareOverlap(finalsOf({ bars: held }), bars)
  return overlap.kind === 'half-adjusted' || overlap.kind === 'rebase' ? overlap.k : 1
}

/**
 * The whole series as an answer that covers only a part of it would have it: the answer, what is held before it on the
 * scale of its first days, and what is held after it.
 */
export function wholeSeries(held: readonly Bar[], history: QuoteHistory): readonly Bar[] {
  const first = history.bars[0]?.date
  const last = history.bars.at(-1)?.date
  if (first === undefined || last === undefined) return held
  const k = scaleOf(held, history)
  const earlier = held.filter(({ date }) => date < first)
  return [
    ...(k === 1 ? earlier : rescaled(earlier, { k, from: null, before: first })),
    ...history.bars,
    ...held.filter(({ date }) => date > last),
  ]
}

/** The bars with the prices of those days times `k` and their volumes divided by it: as after a split of 1/k for 1. */
export function rescaled(bars: readonly Bar[], { k, from, before }: Rescaling): readonly Bar[] {
  const times = (price: number | null) => (price === null ? null : price * k)
  return bars.map((bar) =>
    bar.date >= before || (from !== null && bar.date < from)
      ? bar
      : {
          ...bar,
          open: times(bar.open),
          high: times(bar.high),
          low: times(bar.low),
          close: bar.close * k,
          adjClose: times(bar.adjClose),
          volume: bar.volume === null ? null : bar.volume / k,
          // No longer as traded.
          basis: bar.basis === 'raw' ? 'splits' : bar.basis,
        },
  )
}

/** The provider has so long to mend a history before a person is offered to rescale it. */
const patienceMs = 5 * 86_400_000

/** When a person may rescale a history that was first kept out at `opened`. */
export const rescaleOfferedAt = (opened: Instant): Instant => plusMs(opened, patienceMs)
