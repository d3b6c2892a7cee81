/** Closes around an event as lines that start from 100 at the close before it. */
import type { CalendarId, IsoDate, Ticker } from '../../kernel/brand.ts'
import { addDays, daysBetween } from '../calendar/wall-clock.ts'
import type { Closes } from '../policy/move.ts'

/** Days shown on either side of the announcement. */
export const PICTURE_DAYS = 45

/** `day`: days after the announcement, negative before it. Ascending. */
export type PicturePoint = { readonly day: number; readonly value: number }
export type PictureLine = {
  readonly ticker: Ticker
  readonly calendar: CalendarId
  readonly points: readonly PicturePoint[]
}

/** null: no close before the event, or none around it. `base`: the session whose close reads 100. */
export function pictureLine(
  { ticker, calendar }: Pick<PictureLine, 'ticker' | 'calendar'>,
  { closes, base }: { readonly closes: Closes; readonly base: IsoDate | null },
  announced: IsoDate,
): PictureLine | null {
  const from = addDays(announced, -PICTURE_DAYS)
  const to = addDays(announced, PICTURE_DAYS)
  const around = [...closes].filter(([date]) => date >= from && date <= to)
  const level = base === null ? undefined : closes.get(base)
  if (level === undefined || around.length === 0) return null
  return {
    ticker,
    calendar,
    points: around
      .map(([date, close]) => ({ day: daysBetween(announced, date), value: (close / level) * 100 }))
      .toSorted((a, b) => a.day - b.day),
  }
}
