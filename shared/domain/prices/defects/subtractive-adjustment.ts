/**
 * Dividends taken off by subtraction instead of by a factor, as Tencent's forward-adjusted series do it: the further
 * back, the more every percentage move is overstated (-10.95 % on a day of the 10 % limit).
 */
import { pairCloses, type Closes, type Finding } from './finding.ts'

/** Fewer days that differ prove nothing. */
const LEAST_DAYS = 20
/** Days between two dividends, at the least, on the average. */
const LEAST_RUN = 20
/** By so much a constant difference must explain the series better than a constant factor. */
const CLEARLY = 5

type Pair = { readonly close: number; readonly reference: number }
/** The span of constants that fit a day, given that prices are rounded. */
type Span = (pair: Pair) => readonly [least: number, most: number]

/**
 * Against unadjusted closes of the same line: between two dividends the difference is one constant to the cent, while
 * the factor drifts with the price. Counted in the runs over which a constant fits; null: it is not so, or cannot be told
 * (too few days, a price that hardly moved).
 */
export function findSubtractiveAdjustment(bars: Closes, reference: Closes): Finding | null {
  const differing = pairCloses(bars, reference).filter(
    (pair) => Math.abs(pair.reference - pair.close) > rounding(pair),
  )
  if (differing.length < LEAST_DAYS) return null
  const runs = countRuns(differing, (pair) => [
    pair.reference - pair.close - rounding(pair),
    pair.reference - pair.close + rounding(pair),
  ])
  const byFactor = countRuns(differing, (pair) => [
    (pair.close - rounding(pair)) / pair.reference,
    (pair.close + rounding(pair)) / pair.reference,
  ])
  if (runs > differing.length / LEAST_RUN || byFactor < runs * CLEARLY) return null
  const [oldest] = differing
  const off = oldest === undefined ? 0 : oldest.reference - oldest.close
  return {
    defect: 'subtractive-adjustment',
    dates: differing.map(({ date }) => date),
    detail: `dividends were taken off by subtraction: the closes of ${differing.length} days lie below the traded ones by constants, ${off.toFixed(3)} at the oldest, so that earlier moves in percent are overstated`,
  }
}

/** Both closes are printed in hundredths. */
const rounding = ({ reference }: Pair): number => Math.max(0.0055, reference * 2e-5)

/** The fewest runs of days over each of which one constant fits every day. */
function countRuns(pairs: readonly Pair[], spanOf: Span): number {
  let runs = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const pair of pairs) {
    const [low, high] = spanOf(pair)
    least = Math.max(least, low)
    most = Math.min(most, high)
    if (least <= most) continue
    runs += 1
    least = low
    most = high
  }
  return runs
}
