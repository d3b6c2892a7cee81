/** How a reader names a moment of the store. */
import { wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { isoDateSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'
import { instantOfMoment, type ZoneChoice } from '../../ui/time-zone.ts'

/** As typed; `time` empty: the end of the day. */
export type AsOfDraft = { readonly date: string; readonly time: string }

/**
 * The moment a reader means, in the chosen zone and never later than `now`; null: the day is missing or none, or the
 * whole of it lies ahead.
 */
export function readAsOf(
  { date, time }: AsOfDraft,
  { zone, own, now }: { readonly zone: ZoneChoice; readonly own: string; readonly now: Instant },
): Instant | null {
  const day = isoDateSchema.safeParse(date).data
  const clock = wallTimeSchema.safeParse(time === '' ? '23:59' : time).data
  if (day === undefined || clock === undefined) return null
  const start = instantOfMoment(zone, own, { date: day, time: wallTimeSchema.parse('00:00') }, null)
  if (isAfter(start, now)) return null
  const moment = instantOfMoment(zone, own, { date: day, time: clock }, null)
  const meant = time === '' ? plusMs(moment, 59_000) : moment
  return isAfter(meant, now) ? now : meant
}
