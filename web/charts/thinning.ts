/**
 * Fewer points for the same picture: per stretch of `bucketMs` the first, the lowest, the highest and the last point.
 * Holes stay holes, the ends of the line stay where they are, and no drawn value is invented or averaged.
 */
import type { TimeWindow } from './time-scale.ts'

/** One point of a drawn line; null breaks the line. */
export type LinePoint = { readonly ms: number; readonly value: number | null }

/**
 * The points to draw for a window, ascending like the given ones: those within, thinned, and the nearest one on either
 * side, so that the line runs on to the edge.
 */
export function thinned(
  points: readonly LinePoint[],
  window: TimeWindow,
  bucketMs: number,
): readonly LinePoint[] {
  const start = Math.max(0, firstAtOrAfter(points, window.from) - 1)
  const end = Math.min(points.length, firstAtOrAfter(points, window.to) + 1)
  const kept: LinePoint[] = []
  let bucket: LinePoint[] = []
  let number = Number.NaN
  for (const point of points.slice(start, end)) {
    const itsNumber = Math.floor(point.ms / bucketMs)
    if (itsNumber !== number || point.value === null) {
      kept.push(...corners(bucket))
      bucket = []
      number = itsNumber
    }
    if (point.value !== null) bucket.push(point)
    else if (kept.at(-1)?.value !== null) kept.push(point)
  }
  kept.push(...corners(bucket))
  return kept
}

/** The place of the first point at or after `ms`; the number of points when there is none. */
export function firstAtOrAfter(points: readonly { readonly ms: number }[], ms: number): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    const point = points[middle]
    if (point === undefined || point.ms >= ms) high = middle
    else low = middle + 1
  }
  return low
}

function corners(bucket: readonly LinePoint[]): readonly LinePoint[] {
  if (bucket.length <= 2) return bucket
  let lowest = 0
  let highest = 0
  bucket.forEach(({ value }, place) => {
    if (value === null) return
    if (value < (bucket[lowest]?.value ?? value)) lowest = place
    if (value > (bucket[highest]?.value ?? value)) highest = place
  })
  const places = new Set([0, lowest, highest, bucket.length - 1])
  return bucket.filter((_, place) => places.has(place))
}
