/**
 * Columns under the wrong names: Tencent and Eastmoney print open, close, high, low, and read as open, high, low, close
 * a day's high lies below its close (providers.md 9, Q46).
 */
import type { Bar } from '../bar.ts'
import type { Finding } from './finding.ts'

const names = ['open', 'high', 'low', 'close'] as const
type Name = (typeof names)[number]
/** Which of the columns as named holds which price. */
type Order = Readonly<Record<Name, Name>>
type Prices = Readonly<Record<Name, number>>

/** Beyond this share of rows it is the columns, not the rows. */
const MOST_ODD = 0.02
const LEAST_ROWS = 5
/** A high below the close by less is rounding. */
const TOLERANCE = 0.001

/**
 * Looks for the one order in which highs are high and lows are low; of open and close, which no single row tells apart,
 * the open is the one nearer to the close of the day before. null: the columns are what they say, or no order mends them.
 */
export function findSwappedColumns(bars: readonly Pick<Bar, Name | 'date'>[]): Finding | null {
  const whole = bars.flatMap(({ open, high, low, close }) =>
    open === null || high === null || low === null ? [] : [{ open, high, low, close }],
  )
  if (whole.length < LEAST_ROWS || oddShare(whole) <= MOST_ODD) return null
  const [best] = orders
    .map((order) => ({ order, rows: whole.map((row) => inOrder(row, order)) }))
    .filter(({ rows }) => oddShare(rows) <= MOST_ODD / 10)
    .toSorted((a, b) => overnight(a.rows) - overnight(b.rows))
  if (best === undefined) return null
  const wrong = names.filter((name) => best.order[name] !== name)
  return {
    defect: 'swapped-columns',
    dates: [],
    detail: `columns are swapped: ${wrong.map((name) => `the ${name} stands under ${best.order[name]}`).join(', ')}`,
  }
}

const oddShare = (rows: readonly Prices[]): number => rows.filter(isOdd).length / rows.length

const isOdd = ({ open, high, low, close }: Prices): boolean =>
  high < Math.max(open, close) * (1 - TOLERANCE) || low > Math.min(open, close) * (1 + TOLERANCE)

function overnight(rows: readonly Prices[]): number {
  return rows
    .slice(1)
    .reduce((sum, { open }, place) => sum + Math.abs(open - (rows[place]?.close ?? open)), 0)
}

const inOrder = (row: Prices, order: Order): Prices => ({
  open: row[order.open],
  high: row[order.high],
  low: row[order.low],
  close: row[order.close],
})

/** All 24. */
const orders: readonly Order[] = names.flatMap((open) =>
  names
    .filter((high) => high !== open)
    .flatMap((high) =>
      names
        .filter((low) => low !== open && low !== high)
        .flatMap((low) =>
          names
            .filter((close) => close !== open && close !== high && close !== low)
            .map((close) => ({ open, high, low, close })),
        ),
    ),
)
