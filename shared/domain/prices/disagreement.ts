/** Days on which two sources of a price, or a source and our own arithmetic, say different things. */
import type { IsoDate } from '../../kernel/brand.ts'
import { providersAdjClose, type AdjustedPrices, type StoredBar } from './adjust.ts'
import type { AdjustingActions } from './adjusting-actions.ts'
import { closeDifference } from './agreement.ts'

/** `value` is what is shown; `difference` is the other over it, less 1. */
export type Disagreement = {
  readonly date: IsoDate
  readonly field: 'close' | 'adj_close'
  readonly source: string
  readonly value: number
  readonly otherSource: string
  readonly otherValue: number
  readonly difference: number
}

/** A bar and who told it. */
export type ToldBar = StoredBar & { readonly source: string; readonly status: 'final' | 'provisional' }

/** Adjusted closes further apart than this do not rest on the same dividends; nearer, they differ by rounding. */
const sameAdjusted = 0.001

type Adjust = (bar: StoredBar) => AdjustedPrices

/** Bars that can be held against another's: final, not under review, and not dividend-adjusted when they came. */
const isMeasure = ({ status, basis, flags }: ToldBar): boolean =>
  status === 'final' && basis !== 'adjusted' && !flags.includes('suspect')

/**
 * The adjusted close computed here (`computed`) against that of the bar's own source; null where one of them is absent,
 * or they agree. A source that has not restated its history for a new dividend yet disagrees until it has.
 */
export function adjustedDisagreement(
  bar: ToldBar,
  adjust: Adjust,
  { splits }: Pick<AdjustingActions, 'splits'>,
): Disagreement | null {
  if (!isMeasure(bar)) return null
  const { adjClose: value } = adjust(bar)
  const otherValue = providersAdjClose(bar, splits)
  if (value === null || otherValue === null) return null
  const difference = otherValue / value - 1
  if (Math.abs(difference) <= sameAdjusted) return null
  const { date, source: otherSource } = bar
  return { date, field: 'adj_close', source: 'computed', value, otherSource, otherValue, difference }
}

/** The close that is shown against that of another source for the day, both split-adjusted; null where they agree. */
export function closeDisagreement(shown: ToldBar, other: ToldBar, adjust: Adjust): Disagreement | null {
  if (!isMeasure(shown) || !isMeasure(other) || shown.source === other.source) return null
  const value = adjust(shown).close
  const otherValue = adjust(other).close
  const found = closeDifference(value, otherValue)
  if (found === null || found.agrees || value === null || otherValue === null) return null
  const { date, source } = shown
  const { difference } = found
  return { date, field: 'close', source, value, otherSource: other.source, otherValue, difference }
}
