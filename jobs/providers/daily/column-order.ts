import type { DailyRow } from './daily-row.ts'

/** Rows beyond this share that cannot be are no oddities of the market but columns in another order. */
const mostOdd = 0.02
/** Within it, rounding. */
const tolerance = 0.001

type Prices = Pick<DailyRow, 'open' | 'high' | 'low' | 'close'>

/**
 * Whether the columns are not in the order they are read in (Chinese vendors write open, close, high, low): a low above,
 * or a high below, another price of its day in more than 2 % of the rows. One such row of many is an error of its own.
 */
export function isMisordered(rows: readonly Prices[]): boolean {
  const odd = rows.filter(cannotBe).length
  return odd > rows.length * mostOdd && (odd > 1 || rows.length === 1)
}

function cannotBe({ open, high, low, close }: Prices): boolean {
  const others = open === null ? [close] : [open, close]
  const lowest = Math.min(...others, high ?? close)
  const highest = Math.max(...others, low ?? close)
  return (
    (low !== null && low > lowest * (1 + tolerance)) || (high !== null && high < highest * (1 - tolerance))
  )
}
