/** Behind marks and ticks, as behind the prices: the ticks of the time axis, and the future. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Geometry } from './geometry.ts'
import { DAY_MS, dayMs, xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import type { TimeTick } from './time-ticks.ts'
import classes from './timeline.module.css'

type LaneGroundProps = {
  readonly scale: TimeScale
  readonly geometry: Geometry
  readonly ticks: readonly TimeTick[]
  readonly today: IsoDate
  readonly height: number
}

/** Right of the end of today nothing is known: a ground of its own, and a line where today ends. */
export function LaneGround({ scale, geometry, ticks, today, height }: LaneGroundProps) {
  const { left } = geometry
  const right = left + geometry.across
  const x = Math.max(left, xAt(scale, dayMs(today) + DAY_MS))
  return (
    <g aria-hidden="true">
      {x < right ? (
        <rect x={x} y={0} width={right - x} height={height} className={classes['future']} />
      ) : null}
      {ticks.map(({ ms, x: tickX, major }) => (
        <line
          key={ms}
          x1={tickX}
          x2={tickX}
          y1={0}
          y2={height}
          className={major ? classes['yearLine'] : classes['tickLine']}
        />
      ))}
      {x > left && x < right ? <line x1={x} x2={x} y1={0} y2={height} className={classes['today']} /> : null}
    </g>
  )
}
