/**
 * Volumes in lots of 100 where shares are meant, or the other way round: Chinese sources print lots, all others shares
 * (providers.md 2.4). Told by turnover over volume, which is a price per share, or by volumes that are held.
 */
import type { IsoDate } from '../../../kernel/brand.ts'
import type { Finding } from './finding.ts'

/** `amount`: what changed hands, in the currency of the prices; null: not given. */
export type Traded = {
  readonly date: IsoDate
  readonly close: number
  readonly volume: number | null
  readonly amount: number | null
}

const LOT = 100
/** Medians this near to 1, 100 or 1/100 are meant to be it. */
const TOLERANCE = 0.25
const LEAST_DAYS = 3

/**
 * `reference`: the same days with volumes in shares; empty: none are held. null: volumes are in shares, or it cannot be
 * told (an index, whose turnover is no price per share).
 */
export function findLots(
  bars: readonly Traded[],
  reference: readonly Pick<Traded, 'date' | 'volume'>[],
): Finding | null {
  const held = new Map(reference.map(({ date, volume }) => [date, volume]))
  const byHeld = median(
    bars.flatMap(({ date, volume }) => {
      const other = held.get(date) ?? null
      return isTraded(volume) && isTraded(other) ? [other / volume] : []
    }),
  )
  const byTurnover = median(
    bars.flatMap(({ close, volume, amount }) =>
      isTraded(volume) && isTraded(amount) ? [amount / volume / close] : [],
    ),
  )
  const ratio = byHeld ?? byTurnover
  if (ratio === null) return null
  const against = byHeld === null ? 'turnover over volume is' : 'the shares held are'
  if (isNear(ratio, LOT))
    return finding(`volumes are in lots of 100, not in shares: ${against} ${times(ratio)}`)
  if (isNear(ratio, 1 / LOT))
    return finding(`volumes are a hundred times the shares traded: ${against} ${times(ratio)}`)
  return null
}

const times = (ratio: number): string =>
  ratio > 1 ? `${ratio.toFixed(0)} times as much` : `1/${(1 / ratio).toFixed(0)} of it`

const finding = (detail: string): Finding => ({ defect: 'lots-against-shares', dates: [], detail })

const isTraded = (amount: number | null): amount is number => amount !== null && amount > 0

const isNear = (ratio: number, expected: number): boolean => Math.abs(Math.log(ratio / expected)) < TOLERANCE

function median(ratios: readonly number[]): number | null {
  if (ratios.length < LEAST_DAYS) return null
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? null
}
