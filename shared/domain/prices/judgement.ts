/** What to do with a fresh answer about a series, by what the days it shares with the stored history say. */
import type { IsoDate } from '../../kernel/brand.ts'
import type { CorporateAction } from './bar.ts'
import type { Overlap } from './overlap.ts'

/** What an answer covers and names, beside its closes. */
export type AnswerFacts = {
  /** It reaches back over all that is held, and up to now. */
  readonly whole: boolean
  /** It names a dividend or split that is not held, which restates every adjusted close before it. */
  readonly hasNewAction: boolean
  readonly actions: readonly CorporateAction[]
}

type Quarantined = Extract<Overlap, { kind: 'half-adjusted' | 'disagrees' }>

/** `quarantine`: store nothing and say why; the next run asks again (providers.md 2.6). */
export type Judgement =
  | { readonly kind: 'store' }
  | { readonly kind: 'ask-whole'; readonly because: 'rescaled' | 'new-action' }
  | { readonly kind: 'store-new-epoch'; readonly k: number; readonly split: Split | null }
  | { readonly kind: 'quarantine'; readonly overlap: Quarantined; readonly why: string }

type Split = Extract<CorporateAction, { kind: 'split' }>

/** A rescaling this near to a split's ratio is that split's. */
const sameRatio = 1e-3

export function judgeAnswer(overlap: Overlap, facts: AnswerFacts): Judgement {
  const { whole, hasNewAction, actions } = facts
  const rescaled = (k: number, split: Split | null): Judgement =>
    whole ? { kind: 'store-new-epoch', k, split } : { kind: 'ask-whole', because: 'rescaled' }
  const splitOf = (k: number) => actions.find((action) => isSplitBy(k, action)) ?? null

  switch (overlap.kind) {
    case 'agrees':
    case 'corrections':
      return hasNewAction && !whole ? { kind: 'ask-whole', because: 'new-action' } : { kind: 'store' }
    case 'rebase':
      return rescaled(overlap.k, splitOf(overlap.k))
    case 'half-adjusted': {
      // Days after the ex-date came on the new scale already, and what lies before it has now followed.
      const split = splitOf(overlap.k)
      if (split !== null && fallsBetween(split.exDate, overlap)) return rescaled(overlap.k, split)
      const why = `only the closes before ${overlap.agreesFrom} are rescaled (by ${rounded(overlap.k)}): a split half applied`
      return { kind: 'quarantine', overlap, why }
    }
    case 'disagrees': {
      // Few days prove a rescaling only together with the split that explains it.
      const split = overlap.k === null || overlap.differing < overlap.compared ? null : splitOf(overlap.k)
      if (overlap.k !== null && split !== null) return rescaled(overlap.k, split)
      const why = `${overlap.differing} of ${overlap.compared} closes differ from those stored, by no one factor`
      return { kind: 'quarantine', overlap, why }
    }
  }
}

function isSplitBy(k: number, action: CorporateAction): action is Split {
  return action.kind === 'split' && Math.abs((k * action.numerator) / action.denominator - 1) < sameRatio
}

/** Whether a day lies between the days that differ and those that agree. */
const fallsBetween = (
  day: IsoDate,
  { differsUntil, agreesFrom }: { readonly differsUntil: IsoDate; readonly agreesFrom: IsoDate },
): boolean => differsUntil < day && day <= agreesFrom

const rounded = (k: number): string => k.toPrecision(4)
