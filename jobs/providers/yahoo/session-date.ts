import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'

const daySeconds = 86_400
const utc = timeZoneSchema.parse('UTC')

/**
 * The session day of a stamp in Unix seconds. Daily rows carry the session's open or the last trade, so the day is that
 * of the exchange's zone (23:00Z is the next day in Sydney's summer). A stamp of midnight UTC names its UTC day: New
 * York's clock would read it as the evening before; where the two differ, `utcMidnight` is true.
 */
export function sessionDateOf(
  stamp: number,
  zone: TimeZone,
): { readonly date: IsoDate; readonly utcMidnight: boolean } {
  const at = instantOf(stamp * 1_000)
  const local = dateIn(zone, at)
  if (stamp % daySeconds !== 0) return { date: local, utcMidnight: false }
  const date = dateIn(utc, at)
  return { date, utcMidnight: date !== local }
}
