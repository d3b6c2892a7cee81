/** What sources say of China's part, ready to be drawn; never averaged. */
import type { ChinaShareRow } from '@oreline/shared/api/chain-figures.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { ShareMark } from '../../charts/share-scale.tsx'
import { formatCount } from '../../ui/format.ts'

/** Low and high in percent; null: the row is a count, which has no place on the scale. */
function shareRange({
  share_percent: share,
  range_percent: range,
}: ChinaShareRow): ShareMark['range'] | null {
  if (share !== null) return [share, share]
  return range
}

/** A figure for a year that had not begun on `at` measures nothing. */
export const isForecast = ({ year }: Pick<ChinaShareRow, 'year'>, at: IsoDate) =>
  year.slice(0, 4) > at.slice(0, 4)

/** Rows that have a place on the scale of 0 to 100, in their order. */
export function shareMarks(rows: readonly ChinaShareRow[], at: IsoDate): readonly ShareMark[] {
  return rows.flatMap((row) => {
    const range = shareRange(row)
    if (range === null) return []
    return [{ id: row.id, range, isForecast: isForecast(row, at), isWorld: row.scope === 'world' }]
  })
}

/** `69 %`, `85–90 %`, `25,000`. */
export function shareWords(row: ChinaShareRow): string {
  const range = shareRange(row)
  if (range === null) return row.count === null ? '' : formatCount(row.count)
  const [low, high] = range
  return low === high ? `${low} %` : `${low}–${high} %`
}
