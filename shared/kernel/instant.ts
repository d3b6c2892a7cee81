/** Arithmetic on instants. Texts of unknown origin are never compared: `…00.500Z` sorts before `…00Z`. */
import { Temporal } from 'temporal-polyfill'
import { instantSchema, type Instant } from './brand.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** The inverse of `epochMs`, always with three decimals, as the clock and the store write it; finer fractions are cut. */
export function instantOf(ms: number): Instant {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.trunc(ms))
  return instantSchema.parse(instant.toString({ smallestUnit: 'millisecond' }))
}

/** `ms` later; earlier when negative. */
export function plusMs(instant: Instant, ms: number): Instant {
  return instantOf(epochMs(instant) + ms)
}

/** Strictly later. null is never. */
export function isAfter(instant: Instant | null, other: Instant): boolean {
  return instant !== null && epochMs(instant) > epochMs(other)
}
