import type { Bar, BarFlag } from '@oreline/shared/domain/prices/bar.ts'
import type { ChartRow } from './rows.ts'

/** Beyond this fraction a high below, or a low above, the other prices is an error; within it, rounding. */
const tolerance = 0.001

/** A row that has a close, with the fields the calendar decides still open. */
export type PricedRow = ChartRow & { readonly close: number }
type Unstamped = Omit<PricedRow, 'stamp'>

export function isPriced(row: ChartRow): row is PricedRow {
  return row.close !== null
}

/**
 * The bar of one row, its own sanity checked: highs and lows that miss by rounding are widened, by more are flagged; an
 * adjusted close above the close is none; a volume of 0 with a price range is unknown, without one it is a day without
 * trade. Indices have no volume: 0 says nothing there.
 */
export function barFromRow(row: Unstamped, status: Bar['status'], isIndex: boolean): Bar {
  const { open, close } = row
  const { high, low, consistent } = highAndLow(row)
  const moved = high !== null && low !== null && high > low
  const untraded = row.volume === 0 && !isIndex && !moved && open !== null && high !== null && low !== null
  const adjTooHigh = row.adjClose !== null && row.adjClose > close * (1 + tolerance)
  const flags: readonly (BarFlag | null)[] = [
    open === null && high === null && low === null ? 'close_only' : null,
    untraded ? 'no_trade' : null,
    consistent ? null : 'hl_inconsistent',
    row.utcMidnight ? 'utc_midnight' : null,
    adjTooHigh || row.adjHole ? 'adj_missing' : null,
  ]
  return {
    date: row.date,
    open,
    high,
    low,
    close,
    adjClose: adjTooHigh ? null : row.adjClose,
    volume: row.volume === 0 && (isIndex || moved) ? null : row.volume,
    status,
    basis: 'splits',
    flags: flags.filter((flag) => flag !== null),
  }
}

function highAndLow({ open, high, low, close }: Unstamped): {
  readonly high: number | null
  readonly low: number | null
  readonly consistent: boolean
} {
  const most = Math.max(open ?? close, close)
  const least = Math.min(open ?? close, close)
  const highFits = high === null || high >= most * (1 - tolerance)
  const lowFits = low === null || low <= least * (1 + tolerance)
  if (!highFits || !lowFits) return { high, low, consistent: false }
  return {
    high: high === null ? null : Math.max(high, most),
    low: low === null ? null : Math.min(low, least),
    consistent: true,
  }
}
