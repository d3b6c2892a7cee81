import type { Warning } from '@oreline/shared/kernel/outcome.ts'

/** Shares in a lot on the Chinese exchanges. */
export const lot = 100

type Traded = { readonly close: number; readonly volume: number | null; readonly amount: number | null }

/**
 * How many shares one unit of volume is: 100 or 1. Money traded over volume is the price of a unit, so that over the
 * close it is near 1 for shares and near 100 for lots; the median day decides. `warning` where it is near neither: then
 * lots are taken, which the vendor documents.
 */
export function shareUnit(days: readonly Traded[]): {
  readonly unit: 1 | typeof lot
  readonly warning: Warning | null
} {
  const ratios = days.flatMap(({ close, volume, amount }) =>
    volume === null || amount === null || volume === 0 || amount === 0 ? [] : [amount / volume / close],
  )
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]
  if (median === undefined || isNear(median, lot)) return { unit: lot, warning: null }
  if (isNear(median, 1)) return { unit: 1, warning: null }
  const detail = `volume in lots or in shares: money over volume is ${median.toPrecision(3)} times the price`
  return { unit: lot, warning: { code: 'Q47', detail } }
}

/** A day's average price is never twice its close, nor half of it. */
const isNear = (ratio: number, unit: number): boolean => ratio > unit / 2 && ratio < unit * 2
