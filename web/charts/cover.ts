/**
 * What has been drawn of the timeline. Drawing anew takes frames, moving a drawing takes none: so more is drawn than is
 * seen, and while a gesture runs the drawing is moved, and its lines stretched, which on a linear time axis is exact.
 */
import type { Geometry } from './geometry.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import { pxPerMs, xAt } from './time-scale.ts'

/**
 * `window` is the one drawn for, `data` the longer one that is drawn. `rough`: drawn in passing, with fewer points, to be
 * replaced once the gesture rests.
 */
export type Cover = { readonly window: TimeWindow; readonly data: TimeWindow; readonly rough: boolean }

/**
 * Share of the window drawn beyond either edge: less for the lines than for the lanes, so that a motion that outruns both
 * has them drawn anew in frames of their own.
 */
export const MARGIN = { lines: 0.5, lanes: 0.7 } as const

export function coverOf(window: TimeWindow, rough: boolean, share: number = MARGIN.lines): Cover {
  const margin = (window.to - window.from) * share
  return { window, data: { from: window.from - margin, to: window.to + margin }, rough }
}

/** Whether the drawing, stretched at most so many times, will do for a window on the way to another. */
export function canServe(cover: Cover, window: TimeWindow, mostStretch: number): boolean {
  const stretch = (cover.window.to - cover.window.from) / (window.to - window.from)
  const reaches = cover.data.from <= window.from && cover.data.to >= window.to
  return reaches && stretch <= mostStretch + 1e-9 && stretch >= 1 / mostStretch - 1e-9
}

/** The drawing's own axis: `data` from pixel 0 on, a pixel as long as in the window drawn for. */
export function drawnScale({ window, data }: Cover, { across }: Pick<Geometry, 'across'>): TimeScale {
  const share = (data.to - data.from) / (window.to - window.from)
  return { window: data, left: 0, width: across * share }
}

/** Takes pixels of the drawing to pixels of the timeline: `x * stretch + shift`. */
export function motionOf(
  drawn: TimeScale,
  shown: TimeScale,
): { readonly stretch: number; readonly shift: number } {
  return { stretch: pxPerMs(shown) / pxPerMs(drawn), shift: xAt(shown, drawn.window.from) }
}
