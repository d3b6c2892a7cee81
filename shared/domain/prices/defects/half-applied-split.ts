/** A split that part of a history was adjusted for and part was not: the price jumps by its factor on some other day. */
import type { IsoDate } from '../../../kernel/brand.ts'
import type { Closes, Finding } from './finding.ts'

/** `ratio`: new shares for one old share, 5 or 0.1, by ex-date; 0 or 1: none. */
export type Split = { readonly date: IsoDate; readonly ratio: number }

/** A jump is the split's within a tenth of its size, both as logarithms: the market moves too. */
const TOLERANCE = 0.1
/** A ratio nearer to 1 than this is within a day's usual move, and cannot be told from one. */
const LEAST_JUMP = 0.3

/**
 * `isAdjusted`: the series says to be adjusted for splits, so that the ex-date itself should show no jump either. In a
 * series as traded the jump on the ex-date is as it should be. Bars ascend by day.
 */
export function findHalfAppliedSplits(
  bars: Closes,
  splits: readonly Split[],
  isAdjusted: boolean,
): readonly Finding[] {
  return splits.flatMap(({ date: exDate, ratio }) => {
    const expected = Math.log(ratio)
    if (ratio <= 0 || Math.abs(expected) < LEAST_JUMP) return []
    const dates = bars.flatMap(({ date, close }, place) => {
      const before = bars[place - 1]
      if (before === undefined || (date === exDate && !isAdjusted)) return []
      const jump = Math.log(close / before.close)
      return Math.abs(Math.abs(jump) - Math.abs(expected)) < TOLERANCE * Math.abs(expected) ? [date] : []
    })
    if (dates.length === 0) return []
    return [
      {
        defect: 'half-applied-split' as const,
        dates,
        detail: `the split of ${exDate} (${ratio} for 1) is not applied to the whole history: the price jumps by its factor on ${dates.slice(0, 3).join(', ')}`,
      },
    ]
  })
}
