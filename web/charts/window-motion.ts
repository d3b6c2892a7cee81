/** Moving the visible window: every motion stays within the extent and shows at least a fortnight. */
import { DAY_MS } from './time-scale.ts'
import type { TimeWindow } from './time-scale.ts'

/** The shortest window there is, where the extent is not shorter still. */
export const SHORTEST_MS = 14 * DAY_MS

/** The window moved, and where need be resized, so that it lies within `extent`. */
export function keptWithin(window: TimeWindow, extent: TimeWindow): TimeWindow {
  const longest = extent.to - extent.from
  const length = Math.min(longest, Math.max(Math.min(SHORTEST_MS, longest), window.to - window.from))
  const from = Math.min(Math.max(window.from, extent.from), extent.to - length)
  return { from, to: from + length }
}

/** Moves by `ms` without changing the length: at the edge of the extent it stops. */
export function panned(window: TimeWindow, ms: number, extent: TimeWindow): TimeWindow {
  return keptWithin({ from: window.from + ms, to: window.to + ms }, extent)
}

/** `factor` below 1 shows less. The moment `around` keeps its place on the screen unless the extent is in the way. */
export function zoomed(window: TimeWindow, factor: number, around: number, extent: TimeWindow): TimeWindow {
  const length = window.to - window.from
  const wanted = Math.min(extent.to - extent.from, Math.max(SHORTEST_MS, length * factor))
  const share = (around - window.from) / length
  const from = around - share * wanted
  return keptWithin({ from, to: from + wanted }, extent)
}

/** The least motion that brings `ms` into view with an eighth of the window's length to spare; none when it is in view. */
export function panTo(window: TimeWindow, ms: number, extent: TimeWindow): TimeWindow {
  if (ms >= window.from && ms <= window.to) return window
  const margin = (window.to - window.from) / 8
  return panned(window, ms < window.from ? ms - window.from - margin : ms - window.to + margin, extent)
}

/** A window that shows `from` to `to` with a tenth to spare on both sides. */
export function framed(from: number, to: number, extent: TimeWindow): TimeWindow {
  const margin = Math.max(5 * DAY_MS, (to - from) / 10)
  return keptWithin({ from: from - margin, to: to + margin }, extent)
}
