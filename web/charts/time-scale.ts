/**
 * Days on a pixel axis. A day stands at its UTC midnight and lasts to the next one; a window ends with its last day.
 */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { DayRange } from './timeline.ts'

export const DAY_MS = 86_400_000

/** A stretch of time in epoch milliseconds, `from` before `to`, not bound to whole days while a gesture runs. */
export type TimeWindow = { readonly from: number; readonly to: number }

/** A window laid over pixels: `left` is the place of `from`, `width` the length of the whole. */
export type TimeScale = { readonly window: TimeWindow; readonly left: number; readonly width: number }

/** Epoch milliseconds of the day's UTC midnight. */
export const dayMs = (date: IsoDate): number => Date.parse(date)

/** The day a moment of the axis falls on. */
export function dayAt(ms: number): IsoDate {
  return isoDateSchema.parse(new Date(ms).toISOString().slice(0, 10))
}

/** From the start of the first day to the end of the last. */
export function windowOf({ from, to }: DayRange): TimeWindow {
  return { from: dayMs(from), to: dayMs(to) + DAY_MS }
}

/** The whole days nearest to a window; undoes `windowOf`, and is never empty. */
export function daysOf({ from, to }: TimeWindow): DayRange {
  const first = Math.round(from / DAY_MS)
  const afterLast = Math.max(first + 1, Math.round(to / DAY_MS))
  return { from: dayAt(first * DAY_MS), to: dayAt((afterLast - 1) * DAY_MS) }
}

export const pxPerMs = ({ window, width }: TimeScale): number => width / (window.to - window.from)

/** The pixel of a moment. */
export const xAt = (scale: TimeScale, ms: number): number =>
  scale.left + (ms - scale.window.from) * pxPerMs(scale)

/** The moment under a pixel. */
export const msAt = (scale: TimeScale, x: number): number =>
  scale.window.from + (x - scale.left) / pxPerMs(scale)
