import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

/** Both days inclusive. */
export type Window = { readonly from: IsoDate; readonly to: IsoDate }

/**
 * Shanghai's lists are asked by ranges of so many days: a whole one without any notice is proof of a fault, a shorter
 * one is not.
 */
const windowDays = 90

/** Whole windows of 90 days that together reach from `today` back to `since` or beyond, the newest first. */
export function windowsBackTo(since: IsoDate, today: IsoDate): readonly Window[] {
  const windows: Window[] = []
  let to = today
  do {
    const from = addDays(to, 1 - windowDays)
    windows.push({ from, to })
    to = addDays(from, -1)
  } while (to >= since)
  return windows
}
