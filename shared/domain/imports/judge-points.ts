/** Points of a commodity file against those held: figures in another unit must not slip into a series. */
import type { CommodityPoint } from '../commodities/commodity-point.ts'
import { findUnitError } from '../prices/defects/unit-error.ts'
import type { ImportProblem } from './import-problem.ts'

/** The median of what both have lies beyond this factor, either way: another unit, currency or tax, not a correction. */
const OTHER_UNIT = 1.08
/** Fewer days that both have prove nothing. */
const LEAST_DAYS = 5

export function judgePoints(
  points: readonly CommodityPoint[],
  held: readonly CommodityPoint[],
): readonly ImportProblem[] {
  const unit = findUnitError(points.map(({ date, value }) => ({ date, close: value })))
  if (unit !== null) return [{ line: null, column: null, problem: `${unit.defect}: ${unit.detail}` }]
  const known = new Map(held.map(({ date, value }) => [date, value]))
  const ratios = points
    .flatMap(({ date, value }) => {
      const other = known.get(date)
      return other === undefined ? [] : [value / other]
    })
    .toSorted((a, b) => a - b)
  const median = ratios[Math.floor(ratios.length / 2)]
  if (median === undefined || ratios.length < LEAST_DAYS) return []
  if (median < OTHER_UNIT && median > 1 / OTHER_UNIT) return []
  return [
    {
      line: null,
      column: null,
      problem: `other-scale: prices are ${median.toPrecision(4)} times those held of the same days: another unit, another currency, or with tax and without`,
    },
  ]
}
