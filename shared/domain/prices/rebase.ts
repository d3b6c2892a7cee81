/** Lines rebased to 100, so that stocks of different prices and currencies start from one place. */
import type { IsoDate } from '../../kernel/brand.ts'

type Point = { readonly date: IsoDate; readonly value: number | null }

/** The session a line is measured from, and its value there. */
export type RebaseBase = { readonly date: IsoDate; readonly value: number }

/**
 * The first session on or after `from` that has a positive value, in points ascending by date; null where there is
 * none: the series ends before that day, and nothing can be rebased.
 */
export function rebaseBase(points: readonly Point[], from: IsoDate): RebaseBase | null {
  for (const { date, value } of points) {
    if (date >= from && value !== null && value > 0) return { date, value }
  }
  return null
}

/** The value on the scale where the base is 100. */
export function rebased(value: number, base: RebaseBase): number {
  return (value / base.value) * 100
}
