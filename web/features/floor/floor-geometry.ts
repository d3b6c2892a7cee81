/** Where the parts of the floor chart stand. All numbers are pixels, from the width the page gives. */
import type { Floor } from '@oreline/shared/domain/floor/floor.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { windowOf, type TimeScale } from '../../charts/time-scale.ts'
import { valueScale, type ValueScale } from '../../charts/value-scale.ts'
import type { Disclosed } from './disclosed-points.ts'
import type { PricedDay } from './floor-shade.ts'

const NARROW = 560
const TICK_PX = 48
/** Days kept free behind today, so that a floor that goes on is seen to. */
const AHEAD_DAYS = 120
export const BAR_PANEL = 84

export type FloorGeometry = {
  readonly width: number
  readonly height: number
  readonly isNarrow: boolean
  readonly time: TimeScale
  /** US dollars a kilogram, from zero. */
  readonly price: ValueScale
  readonly left: number
  readonly right: number
}

type Drawn = {
  readonly floors: readonly Floor[]
  readonly market: readonly PricedDay[]
  readonly disclosed: readonly Disclosed[]
  readonly today: IsoDate
}

/** null: nothing to draw, or no width yet. */
export function floorGeometry(
  width: number,
  { floors, market, disclosed, today }: Drawn,
): FloorGeometry | null {
  const isNarrow = width < NARROW
  const left = isNarrow ? 34 : 44
  const right = width - (isNarrow ? 8 : 16)
  const height = isNarrow ? 240 : 320
  const first = [
    ...disclosed.map(({ from }) => from),
    ...floors.map(({ from }) => from),
    ...market.map(({ date }) => date),
  ]
    .toSorted()
    .at(0)
  if (first === undefined || right <= left) return null
  const values = [
    0,
    ...floors.map(({ value }) => value),
    ...market.flatMap(({ value }) => value ?? []),
    ...disclosed.map(({ value }) => value),
  ]
  const price = valueScale('linear', values, { top: 14, bottom: height - 4, tickPx: TICK_PX })
  if (price === null) return null
  const window = windowOf({ from: first, to: addDays(today, AHEAD_DAYS) })
  return { width, height, isNarrow, time: { window, left, width: right - left }, price, left, right }
}

/** The scale of one row of bars below the prices, from zero; null: nothing is disclosed. */
export const barScale = (bars: readonly Disclosed[]): ValueScale | null =>
  bars.length === 0
    ? null
    : valueScale('linear', [0, ...bars.map(({ value }) => value)], {
        top: 18,
        bottom: BAR_PANEL - 2,
        tickPx: 40,
      })
