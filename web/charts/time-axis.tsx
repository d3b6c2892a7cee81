import type { Geometry } from './geometry.ts'
import type { TimeTick } from './time-ticks.ts'
import classes from './timeline.module.css'

export const AXIS_HEIGHT = 20

/** The days between prices and lanes, which share them. */
export function TimeAxis({
  ticks,
  geometry,
}: {
  readonly ticks: readonly TimeTick[]
  readonly geometry: Geometry
}) {
  const right = geometry.left + geometry.across
  return (
    <svg className={classes['axis']} width={geometry.width} height={AXIS_HEIGHT} aria-hidden="true">
      {ticks.map(({ ms, x, label, major }) => (
        <text
          key={ms}
          x={Math.min(x + 4, right)}
          y={14}
          className={major ? classes['yearText'] : classes['axisText']}
        >
          {label}
        </text>
      ))}
    </svg>
  )
}
