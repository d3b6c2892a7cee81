/**
 * What recharts has drawn. Drawing four lines anew costs it some 30 ms, two frames: so it draws more than is seen, and
 * while a gesture runs the drawing is only moved and stretched, which on a linear time axis is exact.
 */
import type { TimeScale, TimeWindow } from './time-scale.ts'
import { pxPerMs, xAt } from './time-scale.ts'

/** `window` is the one drawn for, `data` the longer one whose points are drawn. */
export type Cover = { readonly window: TimeWindow; readonly data: TimeWindow }

/** Share of the window drawn beyond either edge. */
const MARGIN = 0.5
/** Stretched further than this, thinned lines would show their corners. */
const MOST_STRETCH = 2

export function coverOf(window: TimeWindow): Cover {
  const margin = (window.to - window.from) * MARGIN
  return { window, data: { from: window.from - margin, to: window.to + margin } }
}

/** Whether the drawing will do for a window passed through on the way to another. */
export function canServe(cover: Cover, window: TimeWindow): boolean {
  const stretch = (cover.window.to - cover.window.from) / (window.to - window.from)
  const reaches = cover.data.from <= window.from && cover.data.to >= window.to
  return reaches && stretch <= MOST_STRETCH
}

/** Takes pixels of the drawing to pixels of the screen: `x * scale + shift`. */
export function motionOf(cover: Cover, shown: TimeScale): { readonly scale: number; readonly shift: number } {
  const drawn: TimeScale = { ...shown, window: cover.window }
  const scale = pxPerMs(shown) / pxPerMs(drawn)
  return { scale, shift: xAt(shown, cover.window.from) - scale * shown.left }
}
