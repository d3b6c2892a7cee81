import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../kernel/brand.ts'
import { instantOf } from '../../kernel/instant.ts'

/**
 * A moment as the ASX writes it: UTC with `Z`, an offset without a colon (`+1000`), or Sydney's wall clock without any;
 * an hour that the end of summer time doubles is then the earlier one. null: not a moment.
 */
export function sydneyInstant(text: string): Instant | null {
  const [, wall, offset] =
    /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? []
  if (wall === undefined) return null
  try {
    return instantOf(
      offset === undefined
        ? Temporal.PlainDateTime.from(wall).toZonedDateTime('Australia/Sydney', { disambiguation: 'earlier' })
            .epochMilliseconds
        : Temporal.Instant.from(`${wall}${offset}`).epochMilliseconds,
    )
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
