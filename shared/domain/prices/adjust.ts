/**
 * Split and dividend adjustment as CRSP and Yahoo do it: a bar is multiplied by the factor of every action whose
 * ex-date lies after it. A split of n new for d old has the factor d/n; a dividend D, with C the last close before its
 * ex-date, has 1 - D/C. So returns across an ex-date are those of a holder, and the newest close is as traded.
 */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { isAfter } from '../../kernel/instant.ts'
import type { Bar } from './bar.ts'

/** none: as traded. splits: split-adjusted. all: splits and dividends, so that returns include what was paid out. */
export type Adjustment = 'none' | 'splits' | 'all'

/** A bar as stored, and when: a split may have happened since. */
export type StoredBar = Omit<Bar, 'flags' | 'status'> & {
  readonly flags: readonly string[]
  readonly recordedAt: Instant
}

/** `beginsAt`: midnight at the start of the ex-date on the exchange. What was fetched from then on has the split inside it. */
export type SplitOn = {
  readonly exDate: IsoDate
  readonly numerator: number
  readonly denominator: number
  readonly beginsAt: Instant
}

/**
 * `amount` per share, split-adjusted as providers publish it, in the currency of the prices. `closeBefore` is the last
 * split-adjusted close before the ex-date. null: not known, and so is every adjusted close before it.
 */
export type DividendOn = {
  readonly exDate: IsoDate
  readonly amount: number | null
  readonly closeBefore: number | null
}

/** Prices of a bar after adjustment. Each is null where it was, and where a factor is not known. */
export type AdjustedPrices = {
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly close: number | null
  /**
   * Adjusted for splits and dividends, whatever was asked for, and always computed here: null where a later action is not
   * usable, though the provider may have a figure of its own.
   */
  readonly adjClose: number | null
  readonly volume: number | null
}

/** A "dividend" above a quarter of the price is a wrong unit or currency more often than a payout: not computed with. */
const MOST_YIELD = 0.25

/**
 * Adjusts bars of one instrument. Bars whose basis is `adjusted` pass as they are, for what they were before is not
 * known. Actions come in any order.
 */
export function buildAdjuster(
  adjustment: Adjustment,
  actions: { readonly splits: readonly SplitOn[]; readonly dividends: readonly DividendOn[] },
): (bar: StoredBar) => AdjustedPrices {
  const dividendFactor = dividendFactors(actions.dividends)
  return (bar) => {
    const { open, high, low, close, volume } = bar
    if (bar.basis === 'adjusted') return { open, high, low, close, volume, adjClose: bar.adjClose ?? close }
    const { toSplits, toTraded } = splitFactors(bar, actions.splits)
    const adjClose = times(close * toSplits, dividendFactor(bar.date))
    const factor = factorFor(adjustment, {
      toSplits,
      toTraded,
      toAll: adjClose === null ? null : adjClose / close,
    })
    const shareFactor = adjustment === 'none' ? toTraded : toSplits
    return {
      open: times(open, factor),
      high: times(high, factor),
      low: times(low, factor),
      close: times(close, factor),
      adjClose,
      volume: volume === null ? null : volume / shareFactor,
    }
  }
}

function factorFor(
  adjustment: Adjustment,
  factors: { readonly toSplits: number; readonly toTraded: number; readonly toAll: number | null },
): number | null {
  switch (adjustment) {
    case 'none':
      return factors.toTraded
    case 'splits':
      return factors.toSplits
    case 'all':
      return factors.toAll
  }
}

const times = (price: number | null, factor: number | null): number | null =>
  price === null || factor === null ? null : price * factor

/** What takes a stored price to the split-adjusted one and to the traded one; `sinceFetched` takes the provider's own. */
function splitFactors(bar: StoredBar, splits: readonly SplitOn[]) {
  let untilFetched = 1
  let sinceFetched = 1
  for (const { exDate, numerator, denominator, beginsAt } of splits) {
    if (exDate <= bar.date) continue
    if (isAfter(beginsAt, bar.recordedAt)) sinceFetched *= denominator / numerator
    else untilFetched *= denominator / numerator
  }
  return bar.basis === 'raw'
    ? { toSplits: untilFetched * sinceFetched, toTraded: 1, sinceFetched }
    : { toSplits: sinceFetched, toTraded: 1 / untilFetched, sinceFetched }
}

/** The provider's own adjusted close, on the scale of today: splits since it was fetched are in it. null: it has none. */
export function providersAdjClose(bar: StoredBar, splits: readonly SplitOn[]): number | null {
  return bar.adjClose === null ? null : bar.adjClose * splitFactors(bar, splits).sinceFetched
}

/** The product of the factors of all dividends whose ex-date lies after a day; null when one of them is not known. */
function dividendFactors(dividends: readonly DividendOn[]): (date: IsoDate) => number | null {
  const newestFirst = dividends.toSorted((a, b) => (a.exDate < b.exDate ? 1 : -1))
  const steps: { readonly exDate: IsoDate; readonly factor: number | null }[] = []
  let product: number | null = 1
  for (const dividend of newestFirst) {
    product = times(product, dividendFactor(dividend))
    steps.push({ exDate: dividend.exDate, factor: product })
  }
  const oldestFirst = steps.toReversed()
  return (date) => {
    const next = oldestFirst.find(({ exDate }) => exDate > date)
    return next === undefined ? 1 : next.factor
  }
}

function dividendFactor({ amount, closeBefore }: DividendOn): number | null {
  if (amount === null || closeBefore === null || amount > closeBefore * MOST_YIELD) return null
  return 1 - amount / closeBefore
}
