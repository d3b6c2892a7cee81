/** Light against heavy: which elements each company brings out of separation or refining, and which it means to. */
import type { ChainElement, ChainMap } from '@oreline/shared/api/chain.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { furthest, GROUPS } from './cells.ts'
import type { CoverageStatus } from './coverage-words.ts'

/** An element of a company's output; `status` null: no row names it. */
export type Output = { readonly element: ChainElement; readonly status: CoverageStatus | null }

/** At these stages an element leaves the mix. */
const OUTPUT_STAGES: readonly string[] = ['separation', 'refining']

/** Every element, light ones first, with how far the company is at bringing it out. */
export function outputOf(
  { elements, coverage }: Pick<ChainMap, 'elements' | 'coverage'>,
  ticker: Ticker,
): readonly Output[] {
  const own = coverage.filter((row) => row.ticker === ticker && OUTPUT_STAGES.includes(row.stage))
  return GROUPS.flatMap((group) => elements.filter((element) => element.group === group)).map((element) => ({
    element,
    status: furthest(own.filter((row) => row.elements.includes(element.symbol))),
  }))
}

/** `Gd Tb Dy today; Y Lu planned`: the heavy ones in words. */
export function heavyWords(outputs: readonly Output[]): string {
  const heavy = outputs.filter(({ element }) => element.group === 'heavy')
  const parts = (
    [
      ['operating', 'today'],
      ['commissioning', 'in a pilot or being commissioned'],
      ['planned', 'planned'],
      ['idle', 'stalled'],
    ] as const
  ).flatMap(([status, word]) => {
    const symbols = heavy.filter((output) => output.status === status).map(({ element }) => element.symbol)
    return symbols.length === 0 ? [] : [`${symbols.join(' ')} ${word}`]
  })
  return parts.length === 0 ? 'no heavy element' : parts.join('; ')
}
