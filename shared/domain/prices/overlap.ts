/**
 * What a fresh answer means for a stored history, judged on the days both have. Splits rescale the whole of it, vendors
 * correct single days, and sometimes only a part was rescaled: the three must never be taken for each other.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import type { Bar, BarFlag } from './bar.ts'

/**
 * `k` is fresh over stored close: 0.25 after a split of 4 for 1; null where the days that differ share none. `compared`
 * counts the days both have; 0 agrees. `rebase`: fetch from the start and replace. `half-adjusted` and `disagrees`: keep
 * what is stored, ask again later.
 */
export type Overlap = { readonly compared: number } & (
  | { readonly kind: 'agrees' }
  | { readonly kind: 'corrections'; readonly dates: readonly IsoDate[] }
  | { readonly kind: 'rebase'; readonly k: number }
  | {
      readonly kind: 'half-adjusted'
      readonly k: number
      readonly differing: number
      readonly agreesFrom: IsoDate
    }
  | { readonly kind: 'disagrees'; readonly differing: number; readonly k: number | null }
)

type Close = Pick<Bar, 'date' | 'close'>
type FreshClose = Close & { readonly flags?: readonly BarFlag[] }
type Ratio = {
  readonly date: IsoDate
  readonly held: number
  readonly fresh: number
  readonly ratio: number
  readonly doubted: boolean
}

/** A day both have: the close that is held and the one that came. */
export type BothCloses = Pick<Ratio, 'date' | 'held' | 'fresh'>

/** Closes this near to each other are the same (float32 noise is 1e-7). */
const sameClose = 1e-4
/** Ratios this near to each other are one constant. */
const sameRatio = 1e-3
/** Fewer days than this do not prove that the whole history was rescaled. */
const leastForRebase = 5
/** A ratio beyond this, either way, is a split's; no vendor corrects a close by as much. */
const splitLike = 1.25

/**
 * Compares stored final closes with fresh ones. Leave out of `stored` what is no measure: starter rows, provisional and
 * `suspect` ones; a few fresh ones that are suspect and differ say nothing about the scale and are passed over here.
 * Order does not matter; days that only one side has do not count.
 */
export function compareOverlap(stored: readonly Close[], fresh: readonly FreshClose[]): Overlap {
  const ratios = trusted(ratiosOf(stored, fresh))
  const compared = ratios.length
  const differing = ratios.filter(differs)
  if (differing.length === 0) return { kind: 'agrees', compared }

  const k = constantOf(differing)
  if (differing.length === compared) {
    const scale = commonScale(differing)
    return scale === null
      ? { kind: 'disagrees', compared, differing: compared, k }
      : { kind: 'rebase', compared, k: scale }
  }
  const few = isFew(differing.length, compared)
  const agreesFrom = endOfPrefix(ratios, differing)
  if (k !== null && agreesFrom !== null && (!few || isSplitLike(k)))
    return { kind: 'half-adjusted', compared, differing: differing.length, k, agreesFrom }
  if (few) return { kind: 'corrections', compared, dates: differing.map(({ date }) => date) }
  return { kind: 'disagrees', compared, differing: differing.length, k }
}

/** The days on which the two differ, ascending, for a person to look at. */
export function differingCloses(
  stored: readonly Close[],
  fresh: readonly FreshClose[],
): readonly BothCloses[] {
  return ratiosOf(stored, fresh)
    .filter(differs)
    .map(({ date, held, fresh: came }) => ({ date, held, fresh: came }))
}

/** Ascending by date. */
function ratiosOf(stored: readonly Close[], fresh: readonly FreshClose[]): readonly Ratio[] {
  const held = new Map(stored.map(({ date, close }) => [date, close]))
  return fresh
    .flatMap(({ date, close, flags = [] }) => {
      const before = held.get(date)
      if (before === undefined) return []
      return [{ date, held: before, fresh: close, ratio: close / before, doubted: flags.includes('suspect') }]
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

const differs = ({ ratio }: Ratio): boolean => Math.abs(ratio - 1) > sameClose

const isFew = (count: number, of: number): boolean => count <= Math.max(2, of / 10)

function trusted(ratios: readonly Ratio[]): readonly Ratio[] {
  const errors = ratios.filter((ratio) => ratio.doubted && differs(ratio))
  return isFew(errors.length, ratios.length) ? ratios.filter((ratio) => !errors.includes(ratio)) : ratios
}

/** The constant that all ratios share, their median; null when they share none. */
function constantOf(ratios: readonly Ratio[]): number | null {
  const values = ratios.map(({ ratio }) => ratio)
  const spread = Math.max(...values) / Math.min(...values) - 1
  return spread < sameRatio ? medianOf(ratios) : null
}

/**
 * The scale of a history that was rescaled as a whole, no day agreeing any more: the constant that enough days share. A
 * few may miss it, for a vendor corrects single days in the same answer.
 */
function commonScale(ratios: readonly Ratio[]): number | null {
  const k = medianOf(ratios)
  if (k === null) return null
  const sharing = ratios.filter(({ ratio }) => Math.abs(ratio / k - 1) < sameRatio / 2)
  const isMost = sharing.length >= leastForRebase && isFew(ratios.length - sharing.length, ratios.length)
  return isMost ? medianOf(sharing) : null
}

function medianOf(ratios: readonly Ratio[]): number | null {
  const sorted = ratios.map(({ ratio }) => ratio).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** The first day that agrees, when exactly the days before it differ; else null. */
function endOfPrefix(ratios: readonly Ratio[], differing: readonly Ratio[]): IsoDate | null {
  const last = differing.at(-1)
  return last !== undefined && ratios[differing.length - 1] === last
    ? (ratios[differing.length]?.date ?? null)
    : null
}

/** Whether one close over the other is a split's ratio rather than a correction's. */
export const isSplitLike = (k: number): boolean => k >= splitLike || k <= 1 / splitLike
