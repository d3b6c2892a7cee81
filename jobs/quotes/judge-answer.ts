import type { Overlap } from '@oreline/shared/domain/prices/overlap.ts'

/** What to do with a fresh answer (providers.md 2.6). `quarantine`: store nothing and say why; the next run asks again. */
export type Judgement =
  | { readonly kind: 'store' }
  | { readonly kind: 'ask-whole'; readonly because: 'rescaled' | 'new-action' }
  | { readonly kind: 'store-new-epoch'; readonly k: number }
  | { readonly kind: 'quarantine'; readonly why: string }

/**
 * `whole`: the answer reaches back over all that is held. `hasNewAction`: it names a dividend or split that is not held,
 * which restates every adjusted close before it, so that the whole history is wanted.
 */
export function judgeAnswer(
  overlap: Overlap,
  { whole, hasNewAction }: { readonly whole: boolean; readonly hasNewAction: boolean },
): Judgement {
  switch (overlap.kind) {
    case 'agrees':
    case 'corrections':
      return hasNewAction && !whole ? { kind: 'ask-whole', because: 'new-action' } : { kind: 'store' }
    case 'rebase':
      return whole ? { kind: 'store-new-epoch', k: overlap.k } : { kind: 'ask-whole', because: 'rescaled' }
    case 'half-adjusted':
      return {
        kind: 'quarantine',
        why: `only the closes before ${overlap.agreesFrom} are rescaled (by ${rounded(overlap.k)}): a split half applied`,
      }
    case 'disagrees':
      return {
        kind: 'quarantine',
        why: `${overlap.differing} of ${overlap.compared} closes differ from those stored, by no one factor`,
      }
  }
}

const rounded = (k: number): string => k.toPrecision(4)
