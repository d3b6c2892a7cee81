import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { TimelinePoint, TimelineSeries } from '../../charts/timeline.ts'

/**
 * A line's session of a day and its change, as a fraction, against the last session that had a price; `overHoleSince` is
 * that session's day where others between have none. `gaps`: the sessions known to be missing.
 */
export function sessionOf(
  { points }: TimelineSeries,
  date: IsoDate,
  gaps: ReadonlyMap<IsoDate, unknown> = new Map(),
): {
  readonly point: TimelinePoint
  readonly change: number | null
  readonly overHoleSince: IsoDate | null
} | null {
  const place = points.findIndex((point) => point.date === date)
  const point = points[place]
  if (point === undefined) return null
  const formerPlace = points.slice(0, place).findLastIndex(({ value }) => value !== null)
  const before = points[formerPlace]
  const { value } = point
  const former = before?.value ?? null
  const change = value === null || former === null ? null : value / former - 1
  if (before === undefined || change === null) return { point, change, overHoleSince: null }
  const isOver = formerPlace < place - 1 || [...gaps.keys()].some((day) => day > before.date && day < date)
  return { point, change, overHoleSince: isOver ? before.date : null }
}
