/** The marks of the price panel: floors, the market line with its gap, and what was disclosed. */
import type { Floor } from '@oreline/shared/domain/floor/floor.ts'
import { DAY_MS, dayMs, xAt, type TimeScale } from '../../charts/time-scale.ts'
import { yAt, type ValueScale } from '../../charts/value-scale.ts'
import { formatQuantity } from '../../ui/format.ts'
import { periodWords, type Disclosed } from './disclosed-points.ts'
import classes from './floor.module.css'
import type { Corner, Shade } from './floor-shade.ts'

type Scales = { readonly time: TimeScale; readonly price: ValueScale }

/** A floor from its first day on; before it, from its announcement to its start, nothing counts and nothing is drawn. */
export function FloorLines({ floors, time, price }: Scales & { readonly floors: readonly Floor[] }) {
  const right = time.left + time.width
  const levels = [...new Set(floors.map(({ value }) => value))]
  return (
    <>
      {levels.map((value) => (
        <text key={value} x={right} y={yAt(price, value) - 6} className={classes['floorFigure']}>
          {formatQuantity(value)} USD/kg
        </text>
      ))}
      {floors.map(({ event_id: id, value, from, to }) => {
        const y = yAt(price, value)
        const start = xAt(time, dayMs(from))
        const end =
          to === null
            ? time.left + time.width
            : Math.min(time.left + time.width, xAt(time, dayMs(to) + DAY_MS))
        return (
          <g key={id} className={classes['floorLine']}>
            <line x1={start} x2={end} y1={y} y2={y} />
            <line x1={start} x2={start} y1={y - 5} y2={y + 5} />
          </g>
        )
      })}
    </>
  )
}

/** The area between market and floor: plain below the floor, hatched above it. */
export function GapShades({
  shades,
  floor,
  hatch,
  time,
  price,
}: Scales & { readonly shades: readonly Shade[]; readonly floor: number; readonly hatch: string }) {
  const base = yAt(price, floor)
  return shades.map(({ side, corners }) => {
    const line = corners.map(({ ms, value }) => `${xAt(time, ms)},${yAt(price, value)}`)
    const [first, last] = [corners[0], corners.at(-1)]
    if (first === undefined || last === undefined) return null
    const outline = [`${xAt(time, first.ms)},${base}`, ...line, `${xAt(time, last.ms)},${base}`]
    return (
      <polygon
        key={`${side}-${first.ms}`}
        points={outline.join(' ')}
        className={side === 'below' ? classes['below'] : undefined}
        fill={side === 'above' ? `url(#${hatch})` : undefined}
      />
    )
  })
}

export function MarketLine({
  pieces,
  time,
  price,
}: Scales & { readonly pieces: readonly (readonly Corner[])[] }) {
  return pieces.map((piece) => (
    <polyline
      key={piece[0]?.ms}
      className={classes['market']}
      points={piece.map(({ ms, value }) => `${xAt(time, ms)},${yAt(price, value)}`).join(' ')}
    />
  ))
}

/** A bar over the days of the period with its figure: a quarter strong, a longer period faint. */
export function RealisedPrices({ prices, time, price }: Scales & { readonly prices: readonly Disclosed[] }) {
  return prices.map(({ id, period, from, to, value, isQuarter }) => {
    const [x1, x2, y] = [xAt(time, dayMs(from)), xAt(time, dayMs(to) + DAY_MS), yAt(price, value)]
    return (
      <g key={id} className={classes[isQuarter ? 'quarter' : 'longer']}>
        <title>{`${periodWords(period)}: ${formatQuantity(value)} USD/kg`}</title>
        <line x1={x1 + 1} x2={x2 - 1} y1={y} y2={y} />
        {isQuarter ? <circle cx={(x1 + x2) / 2} cy={y} r={3.5} /> : null}
      </g>
    )
  })
}
