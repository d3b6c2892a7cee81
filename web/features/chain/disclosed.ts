/** Figures companies disclosed, grouped so that only like stands beside like. */
import type { DisclosedRow } from '@oreline/shared/api/chain-figures.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { PeriodSegment } from '../../charts/period-segments.tsx'
import { formatQuantity } from '../../ui/format.ts'

/** One metric in one unit, ascending by period. */
export type DisclosedSeries = {
  readonly key: string
  readonly metric: string
  readonly unit: string
  readonly rows: readonly DisclosedRow[]
}

/** The longest series first. */
export function disclosedSeries(rows: readonly DisclosedRow[]): readonly DisclosedSeries[] {
  return [...Map.groupBy(rows, ({ metric, unit }) => `${metric} / ${unit}`)]
    .flatMap(([key, own]) => {
      const first = own[0]
      if (first === undefined) return []
      return [{ key, metric: first.metric, unit: first.unit, rows: own.toSorted(byPeriod) }]
    })
    .toSorted((one, other) => other.rows.length - one.rows.length)
}

/** `917`, `850 to 1,000`. */
export function figureWords({ value, range }: Pick<DisclosedRow, 'value' | 'range'>): string {
  if (value !== null) return formatQuantity(value)
  return range === null ? '' : `${formatQuantity(range[0])} to ${formatQuantity(range[1])}`
}

export function segmentsOf({ rows }: DisclosedSeries): readonly PeriodSegment[] {
  return rows.flatMap(({ id, period_start: from, period_end: to, value, range }) => {
    const [low, high] = range ?? [value, value]
    return low === null || high === null ? [] : [{ key: id, from, to, low, high }]
  })
}

/** Whole years around all periods; null: there are none. */
export function yearsOf(
  rows: readonly DisclosedRow[],
): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const days = rows.flatMap(({ period_start: from, period_end: to }) => [from, to]).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    from: isoDateSchema.parse(`${first.slice(0, 4)}-01-01`),
    to: isoDateSchema.parse(`${last.slice(0, 4)}-12-31`),
  }
}

const byPeriod = (one: DisclosedRow, other: DisclosedRow) =>
  one.period_end === other.period_end
    ? one.period_start < other.period_start
      ? -1
      : 1
    : one.period_end < other.period_end
      ? -1
      : 1
