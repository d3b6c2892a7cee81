/** How far a market price lies below a floor, on the days on which the market series has a price. */
import type { IsoDate } from '../../kernel/brand.ts'
import type { Floor } from './floor.ts'

/** Whether the floor counts for a day: on or after its first one, and not after its last. */
export const countsOn = ({ from, to }: Pick<Floor, 'from' | 'to'>, date: IsoDate): boolean =>
  date >= from && (to === null || date <= to)

/** A price in the floor's unit; null: none that could be used on that day. */
type Priced = { readonly date: IsoDate; readonly value: number | null }

/**
 * The points of days on which the floor counts, in the order given, each with its gap: floor minus price, positive where
 * the market lies below; null: no price. Nothing is filled in between.
 */
export function gapDays<P extends Priced>(
  floor: Pick<Floor, 'from' | 'to' | 'value'>,
  points: readonly P[],
): readonly (P & { readonly gap: number | null })[] {
  return points
    .filter(({ date }) => countsOn(floor, date))
    .map((point) => ({ ...point, gap: point.value === null ? null : floor.value - point.value }))
}
