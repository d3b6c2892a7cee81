/** The lines of the overview: small, plain, drawn once for the whole extent. */
import { memo } from 'react'
import type { Geometry } from './geometry.ts'
import type { PriceLine } from './price-line.ts'
import { pxPerMs, xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import { timeTicks } from './time-ticks.ts'
import { thinned } from './thinning.ts'
import type { LinePoint } from './thinning.ts'
import classes from './timeline.module.css'
import { valueScale, yAt } from './value-scale.ts'
import type { ValueScale } from './value-scale.ts'

type OverviewLinesProps = {
  readonly lines: readonly PriceLine[]
  readonly kind: ValueScale['kind']
  readonly scale: TimeScale
  readonly geometry: Geometry
  readonly height: number
}

export const OverviewLines = memo(function OverviewLines({
  lines,
  kind,
  scale,
  geometry,
  height,
}: OverviewLinesProps) {
  const bottom = height - 14
  const all = lines.flatMap(({ sessions }) => sessions.map(({ value }) => value))
  const values = valueScale(kind, all, { top: 3, bottom, tickPx: bottom })
  const bucketMs = 2 / pxPerMs(scale)
  return (
    <svg className={classes['layer']} width={geometry.width} height={height} aria-hidden="true">
      {timeTicks(scale, geometry.narrow ? 50 : 90).map(({ ms, x, label }) => (
        <text key={ms} x={x + 3} y={height - 3} className={classes['axisText']}>
          {label}
        </text>
      ))}
      {values === null
        ? null
        : lines.map(({ series, drawn }) => (
            <path
              key={series.ticker}
              d={pathOf(thinned(drawn, scale.window, bucketMs), scale, values)}
              fill="none"
              stroke={series.ink.color}
              strokeWidth={1}
            />
          ))}
    </svg>
  )
})

/** Null values lift the pen. */
function pathOf(points: readonly LinePoint[], scale: TimeScale, values: ValueScale): string {
  let isDown = false
  return points
    .map(({ ms, value }) => {
      if (value === null) {
        isDown = false
        return ''
      }
      const command = isDown ? 'L' : 'M'
      isDown = true
      return `${command}${xAt(scale, ms).toFixed(1)} ${yAt(values, value).toFixed(1)}`
    })
    .join('')
}
