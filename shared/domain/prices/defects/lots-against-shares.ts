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
/** Volumes of one day agree to the last trades; a close is as near to the day's mean price as the day is quiet. */
const tolerance = { held: 0.02, turnover: 0.25 } as const
/** So many of the days must say the same: a fraction of all trades (one market's) is near to 1/100 by chance only. */
const MOST_DAYS = 0.75
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
  const byHeld = bars.flatMap(({ date, volume }) => {
    const other = held.get(date) ?? null
    return isTraded(volume) && isTraded(other) ? [other / volume] : []
  })
  const byTurnover = bars.flatMap(({ close, volume, amount }) =>
    isTraded(volume) && isTraded(amount) ? [amount / volume / close] : [],
  )
  const isHeld = byHeld.length >= LEAST_DAYS
  const ratios = isHeld ? byHeld : byTurnover
  const against = isHeld ? 'the shares held are' : 'turnover over volume is'
  const isMostly = (expected: number): boolean => {
    const near = ratios.filter(
      (ratio) => Math.abs(Math.log(ratio / expected)) < (isHeld ? tolerance.held : tolerance.turnover),
    )
    return ratios.length >= LEAST_DAYS && near.length >= ratios.length * MOST_DAYS
  }
  if (isMostly(LOT)) return finding(`volumes are in lots of 100, not in shares: ${against} 100 times as much`)
  if (isMostly(1 / LOT))
    return finding(`volumes are a hundred times the shares traded: ${against} 1/100 of it`)
  return null
}

const finding = (detail: string): Finding => ({ defect: 'lots-against-shares', dates: [], detail })

const isTraded = (amount: number | null): amount is number => amount !== null && amount > 0
