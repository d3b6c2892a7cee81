import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { dateOfDayNumber } from '@oreline/shared/kernel/day-number.ts'

const daySeconds = 86_400

/**
 * The session day of a stamp in Unix seconds. Daily rows carry the session's open or the last trade, so the day is that
 * of the exchange's zone (23:00Z is the next day in Sydney's summer), by `dayIn`. A stamp of midnight UTC names its UTC
 * day: New York's clock would read it as the evening before; where the two differ, `utcMidnight` is true.
 */
export function sessionDateOf(
  stamp: number,
  dayIn: (epochMs: number) => IsoDate,
): { readonly date: IsoDate; readonly utcMidnight: boolean } {
  const local = dayIn(stamp * 1_000)
  if (stamp % daySeconds !== 0) return { date: local, utcMidnight: false }
  const date = dateOfDayNumber(stamp / daySeconds)
  return { date, utcMidnight: date !== local }
}
