/** What keeps a file of bars out: defects of the whole series, and a scale that is not the held one's. */
import type { Bar } from '../prices/bar.ts'
import type { Finding } from '../prices/defects/finding.ts'
import { findHalfAppliedSplits } from '../prices/defects/half-applied-split.ts'
import { findLots } from '../prices/defects/lots-against-shares.ts'
import { findSubtractiveAdjustment } from '../prices/defects/subtractive-adjustment.ts'
import { findUnitError } from '../prices/defects/unit-error.ts'
import { compareOverlap } from '../prices/overlap.ts'
import { splitsOf, type BarJudge } from './bar-judge.ts'
import type { ImportProblem, ImportWarning } from './import-problem.ts'
import type { ReadBar } from './read-bars.ts'

export type Blocking = {
  readonly problems: readonly (Finding | ImportProblem)[]
  readonly warnings: readonly ImportWarning[]
}

/** Of the rows as read, ascending. A defect of the prices makes the comparison with the held ones superfluous. */
export function blockingDefects(rows: readonly ReadBar[], judge: BarJudge): Blocking {
  const { fields, held } = judge
  const bars = rows.map(({ bar }) => bar)
  const traded = held.bars.filter(({ basis }) => basis !== 'adjusted')
  const lots = findLots(
    rows.map(({ bar: { date, close, volume }, amount }) => ({ date, close, volume, amount })),
    held.bars,
  )
  const unit = findUnitError(bars)
  const splits =
    unit === null ? findHalfAppliedSplits(bars, splitsOf(rows, held), fields.basis !== 'raw') : []
  const ofPrices = [unit, findSubtractiveAdjustment(bars, traded), ...splits].filter(
    (found) => found !== null,
  )
  const scale = ofPrices.length === 0 ? compareScale(bars, judge) : { problems: [], warnings: [] }
  return {
    problems: [...ofPrices, ...(lots === null ? [] : [lots]), ...scale.problems],
    warnings: scale.warnings,
  }
}

/** Two bases are on one scale where no split lies between what was traded and what was stored. */
function compareScale(bars: readonly Bar[], { held }: BarJudge): Blocking {
  const basisOf = new Map(bars.map(({ date, basis }) => [date, basis]))
  const comparable = held.bars.filter(({ date, basis, status, flags }) => {
    const other = basisOf.get(date)
    const isSame =
      basis === other || (held.splits.length === 0 && basis !== 'adjusted' && other !== 'adjusted')
    return isSame && status === 'final' && !flags.includes('suspect')
  })
  const overlap = compareOverlap(comparable, bars)
  switch (overlap.kind) {
    case 'agrees':
    case 'corrections':
      return { problems: [], warnings: [] }
    case 'rebase':
      return asProblem(
        `other-scale: all ${overlap.compared} closes that are held too are ${overlap.k.toPrecision(4)} times the held ones: another unit, another currency, or a split in between`,
      )
    case 'half-adjusted':
      return asProblem(
        `half-applied-split: the closes before ${overlap.agreesFrom} are ${overlap.k.toPrecision(4)} times the held ones, those from then on agree`,
      )
    case 'disagrees':
      return {
        problems: [],
        warnings: [
          {
            code: 'disagrees',
            detail: `${overlap.differing} of ${overlap.compared} closes that are held too differ from the held ones by more than 0.01 %, by no one factor.`,
          },
        ],
      }
  }
}

const asProblem = (problem: string): Blocking => ({
  problems: [{ line: null, column: null, problem }],
  warnings: [],
})
