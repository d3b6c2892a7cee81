/** What to do with a fresh answer about a series, by what the days it shares with the stored history say. */
import type { Bar, CorporateAction } from './bar.ts'
import { compareOverlap, differingCloses, isSplitLike, type BothCloses, type Overlap } from './overlap.ts'

/** The two histories, and what the answer covers and names beside its closes. */
export type AnswerFacts = {
  /** Final, trusted closes of the same source. */
  readonly stored: readonly Pick<Bar, 'date' | 'close'>[]
  readonly fresh: readonly Bar[]
  readonly actions: readonly CorporateAction[]
  /** It reaches back over all that is held, and up to now. */
  readonly whole: boolean
  /** It goes on from days that are held: some of those must be in it, or nothing tells on which scale it is. */
  readonly goesOn: boolean
  /** It names a dividend or split that is not held, which restates every adjusted close before it. */
  readonly hasNewAction: boolean
}

type Quarantined = Extract<Overlap, { kind: 'half-adjusted' | 'disagrees' }>

/** `quarantine`: store nothing and say why; the next run asks again (providers.md 2.6). */
export type Judgement =
  | { readonly kind: 'store' }
  | { readonly kind: 'ask-whole'; readonly because: 'rescaled' | 'new-action' | 'no-overlap' }
  | { readonly kind: 'store-new-epoch'; readonly k: number; readonly split: Split | null }
  | { readonly kind: 'quarantine'; readonly overlap: Quarantined; readonly why: string }

type Split = Extract<CorporateAction, { kind: 'split' }>

/** A rescaling this near to a split's ratio is that split's. */
const sameRatio = 1e-3
/** Fewer days than this must agree to the last one, to be explained by a split. */
const fewDays = 5

export function judgeAnswer(facts: AnswerFacts): Judgement {
  const { stored, fresh, actions, whole, goesOn, hasNewAction } = facts
  const splits = actions.filter((action): action is Split => action.kind === 'split')
  const rescaled = (k: number, split: Split | null): Judgement =>
    whole ? { kind: 'store-new-epoch', k, split } : { kind: 'ask-whole', because: 'rescaled' }

  const overlap = compareOverlap(stored, fresh)
  if (overlap.compared === 0 && goesOn && !whole) return { kind: 'ask-whole', because: 'no-overlap' }
  switch (overlap.kind) {
    case 'agrees':
    case 'corrections':
      return hasNewAction && !whole ? { kind: 'ask-whole', because: 'new-action' } : { kind: 'store' }
    case 'rebase': {
      const isOf = (split: Split) => Math.abs(overlap.k / factorOf(split) - 1) < sameRatio
      return rescaled(overlap.k, splits.find(isOf) ?? null)
    }
    case 'half-adjusted':
    case 'disagrees': {
      const split = splits.find((one) => explains(one, stored, fresh))
      return split === undefined
        ? { kind: 'quarantine', overlap, why: whyQuarantined(overlap) }
        : rescaled(factorOf(split), split)
    }
  }
}

/** What a split multiplies the prices before it by. */
const factorOf = ({ numerator, denominator }: Split): number => denominator / numerator

/**
 * Whether the two agree once the split is in the stored one: over too few days to prove a scale, or where the days since
 * the ex-date had come on the new scale before the older ones followed.
 */
function explains(split: Split, stored: AnswerFacts['stored'], fresh: AnswerFacts['fresh']): boolean {
  const k = factorOf(split)
  const after = stored.map(({ date, close }) => ({ date, close: date < split.exDate ? close * k : close }))
  const { kind, compared } = compareOverlap(after, fresh)
  if (kind !== 'corrections') return kind === 'agrees' && compared > 0
  // A day that is off by as much as a split is off its scale: the ex-date is another than the day it begins on.
  const isOff = ({ held, fresh: came }: BothCloses) => isSplitLike(came / held)
  return compared >= fewDays && !differingCloses(after, fresh).some(isOff)
}

function whyQuarantined(overlap: Quarantined): string {
  return overlap.kind === 'half-adjusted'
    ? `only the closes before ${overlap.agreesFrom} are rescaled (by ${overlap.k.toPrecision(4)}): a split half applied`
    : `${overlap.differing} of ${overlap.compared} closes differ from those stored, by no one factor`
}
