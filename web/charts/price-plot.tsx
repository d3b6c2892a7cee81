/** The lines: one recharts chart, drawn for a cover and moved with the visible window. Knows nothing of events. */
import { createContext, memo, useContext, useId } from 'react'
import type { ReactNode } from 'react'
import { CartesianGrid, Curve, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { CurveProps } from 'recharts'
import { motionOf } from './cover.ts'
import type { Cover } from './cover.ts'
import type { Geometry } from './geometry.ts'
import type { PriceLine } from './price-line.ts'
import type { TimeScale } from './time-scale.ts'
import { DAY_MS, pxPerMs } from './time-scale.ts'
import { thinned } from './thinning.ts'
import type { ValueScale } from './value-scale.ts'

/** The scale on the screen; set by the chart on every frame of a gesture, read where something moves along. */
export const ShownScale = createContext<TimeScale | null>(null)

/** Pixels per stretch of which at most four points are kept: finer is not seen. */
const BUCKET_PX = 2.5
const LINE_WIDTH = 1.6

type PricePlotProps = {
  readonly lines: readonly PriceLine[]
  readonly cover: Cover
  readonly values: ValueScale
  readonly geometry: Geometry
  readonly tickText: (value: number) => string
}

/** Changes when what is drawn changes, not while it moves. */
export const PricePlot = memo(function PricePlot({ lines, cover, values, geometry, tickText }: PricePlotProps) {
  const { width, left, right, across, plot } = geometry
  const bucketMs = Math.max(DAY_MS, BUCKET_PX / pxPerMs({ window: cover.window, left, width: across }))
  return (
    <LineChart
      width={width}
      height={plot.height}
      margin={{ top: plot.top, right, bottom: plot.height - plot.bottom, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--ore-line)" syncWithTicks />
      <XAxis
        dataKey="ms"
        type="number"
        domain={[cover.window.from, cover.window.to]}
        allowDataOverflow
        hide
        height={0}
      />
      <YAxis
        width={left}
        type="number"
        scale={values.kind}
        domain={[values.min, values.max]}
        ticks={values.ticks}
        interval={0}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        tickMargin={8}
        tick={{ fontSize: 11, fill: 'var(--ore-ink-faint)' }}
        tickFormatter={tickText}
      />
      <MovingWithWindow cover={cover} geometry={geometry}>
        {lines.map(({ series, drawn }) => (
          <Line
            key={series.ticker}
            data={thinned(drawn, cover.data, bucketMs)}
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
      </MovingWithWindow>
    </LineChart>
  )
})

/** recharts clips each line to the plot it was drawn for; ours is clipped to the plot on the screen, by its parent. */
function unclippedCurve({ clipPath: _drawnPlot, ...curve }: CurveProps) {
  return <Curve {...curve} vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" />
}

type MovingProps = { readonly cover: Cover; readonly geometry: Geometry; readonly children: ReactNode }

function MovingWithWindow({ cover, geometry, children }: MovingProps) {
  const clip = useId()
  const shown = useContext(ShownScale)
  const { scale, shift } = shown === null ? { scale: 1, shift: 0 } : motionOf(cover, shown)
  return (
    <>
      <clipPath id={clip}>
        <rect x={geometry.left} y={0} width={geometry.across} height={geometry.plot.height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <g transform={`matrix(${scale} 0 0 1 ${shift} 0)`}>{children}</g>
      </g>
    </>
  )
}
