import { daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Bar, CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

type Split = Extract<CorporateAction, { kind: 'split' }>

/** A jump this many days from the ex-date may still be the split's: real cases lie up to eight days off it. */
const nearbyDays = 20
/** Ratios nearer to 1 than this cannot be told from a day's move. */
const leastLogRatio = Math.log(1.25)
/** How far a jump may miss the ratio, in parts of its logarithm: the market moves on that day too. */
const leeway = 0.25

/** `k`: the split's factor that would bring the prices before `date` to the scale of those from it on. */
type Jump = { readonly date: IsoDate; readonly k: number }

/**
 * The first day on which prices jump by a split's ratio although Yahoo's history should already be adjusted for it: the
 * history is then not, or only half, rescaled. null: none. `bars` ascend; doubted ones between trusted ones are left out.
 */
export function unadjustedJump(bars: readonly Bar[], actions: readonly CorporateAction[]): Jump | null {
  const splits = actions.filter((action): action is Split => action.kind === 'split')
  if (splits.length === 0) return null
  const lastTrusted = bars.findLastIndex(({ flags }) => !flags.includes('suspect'))
  const series = bars.filter(({ flags }, place) => place > lastTrusted || !flags.includes('suspect'))
  for (const [place, bar] of series.entries()) {
    const before = series[place - 1]
    if (before === undefined) continue
    const jump = Math.log(bar.close / before.close)
    const split = splits.find((one) => isNear(bar, one) && explains(one, Math.abs(jump)))
    if (split !== undefined) return { date: bar.date, k: factorOf(split, jump) }
  }
  return null
}

/** After four for one a quarter; four where the older days are rescaled and these are not. */
const factorOf = ({ numerator, denominator }: Split, jump: number): number =>
  jump < 0 === numerator > denominator ? denominator / numerator : numerator / denominator

const isNear = (bar: Bar, split: Split): boolean =>
  Math.abs(daysBetween(split.exDate, bar.date)) <= nearbyDays

function explains({ numerator, denominator }: Split, jump: number): boolean {
  const ratio = Math.abs(Math.log(numerator / denominator))
  return ratio >= leastLogRatio && Math.abs(jump - ratio) <= ratio * leeway
}
