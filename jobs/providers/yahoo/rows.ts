/** Yahoo's parallel columns as rows: zipped, in the major currency unit, cells judged one by one. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import { stampSchema } from './chart.ts'
import type { ChartResult } from './chart.ts'
import type { ChartContext } from './chart-context.ts'
import { plainPrice } from './plain-price.ts'
import { sessionDateOf } from './session-date.ts'

/** One stamp of the answer. `close` null: Yahoo names no price. `adjClose` null: none. */
export type ChartRow = {
  readonly stamp: number
  readonly date: IsoDate
  readonly utcMidnight: boolean
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly close: number | null
  readonly adjClose: number | null
  /** The column of adjusted closes is there, but has no possible figure here. */
  readonly adjHole: boolean
  readonly volume: number | null
}

/** `missingCells`: by how many cells the shorter of stamps and closes falls behind; `outOfOrder`: stamps below the one before. */
export type ChartRows = {
  readonly rows: readonly ChartRow[]
  readonly rejects: readonly Reject[]
  readonly missingCells: number
  readonly outOfOrder: number
}

/** Rows ascend by stamp. A row without a stamp, or with a close that is no price, is a reject. */
export function readRows(result: ChartResult, { dayIn, unit }: ChartContext): ChartRows {
  const stamps = result.timestamp ?? []
  const [quote = {}] = result.indicators.quote
  const closes = quote.close ?? []
  const adjusted = result.indicators.adjclose?.[0]?.adjclose
  const price = (cell: unknown): number | null => priceOf(cell, unit.per)
  const rows: ChartRow[] = []
  const rejects: Reject[] = []
  for (const [index, told] of stamps.slice(0, closes.length).entries()) {
    const cell = closes[index]
    const close = price(cell)
    const stamp = stampSchema.safeParse(told)
    if (!stamp.success || (close === null && !isBlank(cell))) {
      rejects.push({
        index,
        reason: 'stamp or close is no number above 0',
        row: { stamp: told, close: cell },
      })
      continue
    }
    const adjClose = price(adjusted?.[index])
    rows.push({
      stamp: stamp.data,
      ...sessionDateOf(stamp.data, dayIn),
      open: price(quote.open?.[index]),
      high: price(quote.high?.[index]),
      low: price(quote.low?.[index]),
      close,
      adjClose,
      adjHole: adjusted !== undefined && close !== null && adjClose === null,
      volume: volumeOf(quote.volume?.[index]),
    })
  }
  const missingCells = Math.abs(stamps.length - closes.length)
  const outOfOrder = rows.filter(({ stamp }, place) => stamp < (rows[place - 1]?.stamp ?? stamp)).length
  return { rows: rows.toSorted((a, b) => a.stamp - b.stamp), rejects, missingCells, outOfOrder }
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined

function priceOf(cell: unknown, per: 1 | 100): number | null {
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return null
  const price = plainPrice(cell, per)
  return price > 0 && Number.isFinite(price) ? price : null
}

const volumeOf = (cell: unknown): number | null =>
  typeof cell === 'number' && Number.isFinite(cell) && cell >= 0 ? cell : null
