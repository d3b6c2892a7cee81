/** The rows of coverage as ribbons on one axis of years. */
import type { Coverage } from '@oreline/shared/api/chain.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Ribbon, RibbonSpan } from '../../charts/coverage-ribbon.tsx'

/** So many years back are drawn; what began before runs in from the edge, and the words tell since when. */
const YEARS_BACK = 8

/** From the first start told, or some years back, to the last date expected, in whole years with one to spare. */
export function spanOf(coverage: readonly Coverage[], today: IsoDate): RibbonSpan {
  const days = [today, ...coverage.flatMap(({ since, expected, as_of: asOf }) => [since, expected, asOf])]
    .filter((day) => day !== null)
    .toSorted()
  const year = (day: IsoDate | undefined) => Number((day ?? today).slice(0, 4))
  return {
    from: isoDateSchema.parse(`${Math.max(year(days[0]), year(today) - YEARS_BACK)}-01-01`),
    to: isoDateSchema.parse(`${year(days.at(-1)) + 1}-12-31`),
    today,
  }
}

/** null: the row says that there is nothing, which has no length. */
export function ribbonOf(row: Coverage, ink: string): Ribbon | null {
  if (row.status === 'none') return null
  const works = row.status === 'operating' || row.status === 'commissioning'
  return {
    since: row.since,
    expected: row.expected,
    asOf: row.as_of,
    works,
    hasFuture: row.status === 'planned' || row.expected !== null,
    ink,
  }
}
