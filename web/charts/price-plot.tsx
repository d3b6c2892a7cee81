/** The lines: one recharts chart, drawn wider than is seen and moved with the visible window. Knows nothing of events. */
import { createContext, memo, useContext } from 'react'
import type { ReactNode } from 'react'
import { Curve, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { CurveProps } from 'recharts'
import type { Geometry } from './geometry.ts'
import type { PriceLine } from './price-line.ts'
import { thinned } from './thinning.ts'
import type { TimeScale } from './time-scale.ts'
import { DAY_MS, pxPerMs } from './time-scale.ts'
import type { ValueScale } from './value-scale.ts'

/** How much the drawing is stretched along the time axis while a gesture zooms; 1 at rest. */
export const Stretch = createContext(1)

/** Pixels per stretch of which at most four points are kept: finer is not seen, or not while it moves. */
const BUCKET_PX = { fine: 3, rough: 8 } as const
const LINE_WIDTH = 1.6

type PricePlotProps = {
  readonly lines: readonly PriceLine[]
  /** The drawing's own axis, from pixel 0. */
  readonly drawn: TimeScale
  readonly rough: boolean
  readonly values: ValueScale
  readonly geometry: Geometry
}

/** Changes when what is drawn changes, not while it moves. */
export const PricePlot = memo(function PricePlot({ lines, drawn, rough, values, geometry }: PricePlotProps) {
  const { plot } = geometry
  const bucketMs = Math.max(DAY_MS, BUCKET_PX[rough ? 'rough' : 'fine'] / pxPerMs(drawn))
  return (
    <LineChart
      width={Math.round(drawn.width)}
      height={plot.height}
      margin={{ top: plot.top, right: 0, bottom: plot.height - plot.bottom, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="ms"
        type="number"
        domain={[drawn.window.from, drawn.window.to]}
        allowDataOverflow
        hide
      />
      <YAxis type="number" scale={values.kind} domain={[values.min, values.max]} allowDataOverflow hide />
      <Stretched>
        {lines.map(({ series, drawn: points }) => (
          <Line
            key={series.ticker}
            data={thinned(points, drawn.window, bucketMs)}
            dataKey="value"
            stroke={series.ink.color}
            strokeWidth={LINE_WIDTH}
            {...(series.ink.dash === null ? {} : { strokeDasharray: series.ink.dash })}
            isAnimationActive={false}
            dot={false}
            activeDot={false}
            connectNulls={false}
            tooltipType="none"
            legendType="none"
            shape={unclippedCurve}
            zIndex={0}
          />
        ))}
      </Stretched>
    </LineChart>
  )
})

/** recharts clips each line to its plot; ours is cut off by the layer it lies in, stretched or not. */
function unclippedCurve({ clipPath: _plot, ...curve }: CurveProps) {
  return <Curve {...curve} vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" />
}

/** Reads the stretch itself, so that a zooming gesture does not run through recharts. */
function Stretched({ children }: { readonly children: ReactNode }) {
  const stretch = useContext(Stretch)
  return <g transform={stretch === 1 ? undefined : `scale(${stretch} 1)`}>{children}</g>
}
