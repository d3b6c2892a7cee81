/**
 * What a fresh answer means for a stored history, judged on the days both have. Splits rescale the whole of it, vendors
 * correct single days, and sometimes only a part was rescaled: the three must never be taken for each other.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import type { Bar, BarFlag } from './bar.ts'

/**
 * `k` is fresh over stored close: 0.25 after a split of 4 for 1. `compared` counts the days both have; 0 agrees.
 * `rebase`: fetch from the start and replace. `half-adjusted` and `disagrees`: keep what is stored, ask again later.
 */
export type Overlap = { readonly compared: number } & (
  | { readonly kind: 'agrees' }
  | { readonly kind: 'corrections'; readonly dates: readonly IsoDate[] }
  | { readonly kind: 'rebase'; readonly k: number }
  | { readonly kind: 'half-adjusted'; readonly k: number; readonly agreesFrom: IsoDate }
  | { readonly kind: 'disagrees'; readonly differing: number }
)

type Close = Pick<Bar, 'date' | 'close'>
type FreshClose = Close & { readonly flags?: readonly BarFlag[] }
type Ratio = { readonly date: IsoDate; readonly ratio: number; readonly doubted: boolean }

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
  if (differing.length === compared)
    return k !== null && compared >= leastForRebase
      ? { kind: 'rebase', compared, k }
      : { kind: 'disagrees', compared, differing: compared }

  const few = isFew(differing.length, compared)
  const agreesFrom = endOfPrefix(ratios, differing)
  if (k !== null && agreesFrom !== null && (!few || isSplitLike(k)))
    return { kind: 'half-adjusted', compared, k, agreesFrom }
  if (few) return { kind: 'corrections', compared, dates: differing.map(({ date }) => date) }
  return { kind: 'disagrees', compared, differing: differing.length }
}

/** Ascending by date. */
function ratiosOf(stored: readonly Close[], fresh: readonly FreshClose[]): readonly Ratio[] {
  const held = new Map(stored.map(({ date, close }) => [date, close]))
  return fresh
    .flatMap(({ date, close, flags = [] }) => {
      const before = held.get(date)
      return before === undefined ? [] : [{ date, ratio: close / before, doubted: flags.includes('suspect') }]
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
  const sorted = ratios.map(({ ratio }) => ratio).toSorted((a, b) => a - b)
  const [least] = sorted
  const most = sorted.at(-1)
  const median = sorted[Math.floor(sorted.length / 2)]
  if (least === undefined || most === undefined || median === undefined) return null
  return most / least - 1 < sameRatio ? median : null
}

/** The first day that agrees, when exactly the days before it differ; else null. */
function endOfPrefix(ratios: readonly Ratio[], differing: readonly Ratio[]): IsoDate | null {
  const last = differing.at(-1)
  return last !== undefined && ratios[differing.length - 1] === last
    ? (ratios[differing.length]?.date ?? null)
    : null
}

const isSplitLike = (k: number): boolean => k >= splitLike || k <= 1 / splitLike
