import { daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Bar, CorporateAction } from '@oreline/shared/domain/prices/bar.ts'

type Split = Extract<CorporateAction, { kind: 'split' }>

/** A jump this many days from the ex-date may still be the split's: real cases lie up to eight days off it. */
const nearbyDays = 20
/** Ratios nearer to 1 than this cannot be told from a day's move. */
const leastLogRatio = Math.log(1.25)
/** How far a jump may miss the ratio, in parts of its logarithm: the market moves on that day too. */
const leeway = 0.25

/**
 * The first day on which prices jump by a split's ratio although Yahoo's history should already be adjusted for it: the
 * history is then not, or only half, rescaled. null: none. `bars` ascend; doubted ones between trusted ones are left out.
 */
export function unadjustedJump(bars: readonly Bar[], actions: readonly CorporateAction[]): string | null {
  const splits = actions.filter((action): action is Split => action.kind === 'split')
  if (splits.length === 0) return null
  const lastTrusted = bars.findLastIndex(({ flags }) => !flags.includes('suspect'))
  const series = bars.filter(({ flags }, place) => place > lastTrusted || !flags.includes('suspect'))
  for (const [place, bar] of series.entries()) {
    const before = series[place - 1]
    if (before === undefined) continue
    const jump = Math.abs(Math.log(bar.close / before.close))
    if (splits.some((split) => isNear(bar, split) && explains(split, jump))) return bar.date
  }
  return null
}

const isNear = (bar: Bar, split: Split): boolean =>
  Math.abs(daysBetween(split.exDate, bar.date)) <= nearbyDays

function explains({ numerator, denominator }: Split, jump: number): boolean {
  const ratio = Math.abs(Math.log(numerator / denominator))
  return ratio >= leastLogRatio && Math.abs(jump - ratio) <= ratio * leeway
}
