import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { TimelinePoint, TimelineSeries } from '../../charts/timeline.ts'

/** A line's session of a day and its change, as a fraction, against the last session that had a price. */
export function sessionOf(
  { points }: TimelineSeries,
  date: IsoDate,
): { readonly point: TimelinePoint; readonly change: number | null } | null {
  const place = points.findIndex((point) => point.date === date)
  const point = points[place]
  if (point === undefined) return null
  const before = points.slice(0, place).findLast(({ value }) => value !== null)
  const { value } = point
  const former = before?.value ?? null
  return { point, change: value === null || former === null ? null : value / former - 1 }
}
