/** Prices on a pixel axis, linear or logarithmic, with round ticks. On a log axis equal heights are equal changes. */

export type ValueScale = {
  readonly kind: 'linear' | 'log'
  readonly min: number
  readonly max: number
  /** Pixels of `max` (above) and `min` (below). */
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly number[]
}

const ROOM = 0.05
const LOG_STEPS = [1, 2, 5] as const
/** Below this ratio of max to min, powers and their 2 and 5 fold are too few: the ticks are those of a linear axis. */
const FEW_LOG_TICKS = 6

/**
 * A scale that shows every value with 5 % to spare. Values are finite, and positive on a log axis; null where there
 * are none. `tickPx` is the least distance wanted between ticks.
 */
export function valueScale(
  kind: ValueScale['kind'],
  values: Iterable<number>,
  { top, bottom, tickPx }: { readonly top: number; readonly bottom: number; readonly tickPx: number },
): ValueScale | null {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return null
  const { min, max } = kind === 'log' ? logRoom(low, high) : linearRoom(low, high)
  const most = Math.max(2, Math.floor((bottom - top) / tickPx))
  const ticks = kind === 'log' ? logTicks(min, max, most) : linearTicks(min, max, most)
  // Rounding can take a tick over the edge.
  return { kind, min, max, top, bottom, ticks: ticks.filter((tick) => tick >= min && tick <= max) }
}

/** The pixel of a value. */
export function yAt({ kind, min, max, top, bottom }: ValueScale, value: number): number {
  const share = kind === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return bottom - share * (bottom - top)
}

function linearRoom(low: number, high: number) {
  // A line that never moves still needs room around it, whatever its height.
  const room = high > low ? (high - low) * ROOM : Math.max(1, Math.abs(high)) * ROOM
  return { min: low >= 0 ? Math.max(0, low - room) : low - room, max: high + room }
}

function logRoom(low: number, high: number) {
  const room = Math.max((high / low) ** ROOM, 1.01)
  return { min: low / room, max: high * room }
}

function linearTicks(min: number, max: number, most: number): readonly number[] {
  const raw = (max - min) / most
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 5, 10].find((multiple) => multiple * power >= raw) ?? 10)
  const first = Math.ceil(min / step)
  const count = Math.floor(max / step) - first + 1
  // Multiplying whole numbers keeps 0.1 + 0.2 out of the labels; the rounding takes the last float digit off.
  return Array.from({ length: Math.max(0, count) }, (_, place) =>
    Number(((first + place) * step).toPrecision(12)),
  )
}

function logTicks(min: number, max: number, most: number): readonly number[] {
  if (max / min < FEW_LOG_TICKS) return linearTicks(min, max, most)
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max); power += 1) {
    for (const multiple of LOG_STEPS) {
      const tick = Number((multiple * 10 ** power).toPrecision(12))
      if (tick >= min && tick <= max) ticks.push(tick)
    }
  }
  return ticks.length <= most
    ? ticks
    : ticks.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9))
}
