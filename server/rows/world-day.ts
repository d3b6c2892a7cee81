import { isAfter } from '@oreline/shared/kernel/instant.ts'
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'

/** The day asked for; without one, that of the system time asked for: what is pinned by `as_of` does not change with the calendar. */
export function worldDay(
  at: IsoDate | undefined,
  { asOf, now }: { readonly asOf: Instant | null; readonly now: Instant },
): IsoDate {
  return at ?? isoDateSchema.parse((asOf ?? now).slice(0, 10))
}

/** The system time asked for where it lies in the past; null: what is stored now. */
export const pastOf = (asOf: Instant | undefined, now: Instant): Instant | null =>
  asOf === undefined || isAfter(asOf, now) ? null : asOf
