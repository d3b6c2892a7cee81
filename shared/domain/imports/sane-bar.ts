import type { Bar, BarFlag } from '../prices/bar.ts'

/** Beyond this fraction a high below, or a low above, the other prices is an error; within it, rounding. */
const TOLERANCE = 0.001

/**
 * A bar that says of itself what is odd about it, as the bars of providers do: highs and lows that miss by rounding are
 * widened, by more are marked; a volume of 0 with a price range is unknown, without one it is a day without trade. An
 * index has no volume: 0 says nothing there.
 */
export function saneBar(bar: Bar, isIndex: boolean): Bar {
  const { open, high, low, close, volume } = bar
  const most = Math.max(open ?? close, close)
  const least = Math.min(open ?? close, close)
  const isConsistent =
    (high === null || high >= most * (1 - TOLERANCE)) && (low === null || low <= least * (1 + TOLERANCE))
  const moved = high !== null && low !== null && high > low
  const isUntraded = volume === 0 && !isIndex && !moved && open !== null && high !== null && low !== null
  const found: readonly (BarFlag | null)[] = [
    open === null && high === null && low === null ? 'close_only' : null,
    isUntraded ? 'no_trade' : null,
    isConsistent ? null : 'hl_inconsistent',
  ]
  return {
    ...bar,
    high: high === null || !isConsistent ? high : Math.max(high, most),
    low: low === null || !isConsistent ? low : Math.min(low, least),
    volume: volume === 0 && (isIndex || moved) ? null : volume,
    flags: withFlags(bar.flags, found),
  }
}

/** Each flag once, those that were there first. */
export function withFlags(flags: Bar['flags'], more: readonly (BarFlag | null)[]): Bar['flags'] {
  return [...new Set([...flags, ...more.filter((flag) => flag !== null)])]
}
