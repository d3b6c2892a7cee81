/** The area between a market line and a floor: where the market lies below, and where above. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { countsOn } from '@oreline/shared/domain/floor/gap.ts'
import type { Floor } from '@oreline/shared/domain/floor/floor.ts'
import { DAY_MS, dayMs } from '../../charts/time-scale.ts'

export type PricedDay = { readonly date: IsoDate; readonly value: number | null }

/** A corner of a line: epoch milliseconds and USD/kg. */
export type Corner = { readonly ms: number; readonly value: number }

/** Market corners, ascending; the floor closes the area. */
export type Shade = { readonly side: 'below' | 'above'; readonly corners: readonly Corner[] }

type Standing = Pick<Floor, 'from' | 'to' | 'value'>

/** The pieces of a line, broken where a price is missing or rests longer than `longestRestDays` (null: never). */
export function piecesOf(
  days: readonly PricedDay[],
  longestRestDays: number | null,
): readonly (readonly Corner[])[] {
  const pieces: Corner[][] = []
  let piece: Corner[] = []
  for (const { date, value } of days) {
    const ms = dayMs(date)
    const before = piece.at(-1)
    const rested =
      before !== undefined && longestRestDays !== null && ms - before.ms > longestRestDays * DAY_MS
    if (rested || value === null) {
      if (piece.length > 0) pieces.push(piece)
      piece = []
    }
    if (value !== null) piece.push({ ms, value })
  }
  return piece.length > 0 ? [...pieces, piece] : pieces
}

/** Areas over the days on which the floor counts. Where the line crosses the floor, one area ends and the other begins. */
export function shadesOf(
  floor: Standing,
  days: readonly PricedDay[],
  longestRestDays: number | null,
): readonly Shade[] {
  const counted = days.filter(({ date }) => countsOn(floor, date))
  return piecesOf(counted, longestRestDays).flatMap((piece) => sidesOf(piece, floor.value))
}

function sidesOf(piece: readonly Corner[], floor: number): readonly Shade[] {
  const shades: Shade[] = []
  let corners: Corner[] = []
  let side: Shade['side'] | null = null
  const close = () => {
    if (side !== null && corners.length > 1) shades.push({ side, corners })
  }
  for (const corner of piece) {
    const here: Shade['side'] | null =
      corner.value === floor ? side : corner.value < floor ? 'below' : 'above'
    const before = corners.at(-1)
    if (side !== null && here !== null && here !== side && before !== undefined) {
      const crossing = crossingOf(before, corner, floor)
      corners.push(crossing)
      close()
      corners = [crossing]
    }
    corners.push(corner)
    side = here
  }
  close()
  return shades
}

/** Where the straight line between two corners meets the floor. */
function crossingOf(from: Corner, to: Corner, floor: number): Corner {
  const share = (floor - from.value) / (to.value - from.value)
  return { ms: from.ms + share * (to.ms - from.ms), value: floor }
}
