import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

/**
 * One history from those of several windows, given newest first: where windows overlap the newer one tells, for it knows
 * what came next. Days before the first bar of all are no gaps: the line may not have been listed.
 */
export function mergeHistories(histories: readonly QuoteHistory[]): readonly QuoteHistory[] {
  const [newest] = histories
  if (newest === undefined) return []
  const ascending = <T extends { readonly date: IsoDate }>(rows: readonly T[]): readonly T[] =>
    [...new Map(rows.toReversed().map((row) => [row.date, row])).values()].toSorted((a, b) =>
      a.date < b.date ? -1 : 1,
    )
  const bars = ascending(histories.flatMap((history) => history.bars))
  const held = new Set(bars.map(({ date }) => date))
  const first = bars[0]?.date
  const gaps = ascending(histories.flatMap((history) => history.gaps)).filter(
    ({ date }) => first !== undefined && date > first && !held.has(date),
  )
  return [{ ...newest, bars, gaps }]
}
