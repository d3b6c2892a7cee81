/** The floor, the market and what was disclosed, over the same days. */
import type { Floor } from '@oreline/shared/domain/floor/floor.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { Hatch } from '../../charts/hatch.tsx'
import { dayMs, xAt } from '../../charts/time-scale.ts'
import { timeTicks } from '../../charts/time-ticks.ts'
import { useWidth } from '../../charts/use-width.ts'
import { yAt } from '../../charts/value-scale.ts'
import type { Disclosed } from './disclosed-points.ts'
import { floorGeometry } from './floor-geometry.ts'
import { FloorLegend } from './floor-legend.tsx'
import { piecesOf, shadesOf, type PricedDay } from './floor-shade.ts'
import { FloorTable } from './floor-table.tsx'
import classes from './floor.module.css'
import { PeriodBars } from './period-bars.tsx'
import { FloorLines, GapShades, MarketLine, RealisedPrices } from './price-marks.tsx'

const LABEL_PX = 54

export type Market = {
  readonly name: string
  readonly days: readonly PricedDay[]
  /** Days after which the line breaks; null: never. */
  readonly longestRestDays: number | null
}

export type FloorChartProps = {
  readonly floors: readonly Floor[]
  /** null: none is loaded, or none may be drawn. */
  readonly market: Market | null
  readonly prices: readonly Disclosed[]
  readonly output: readonly Disclosed[]
  readonly payments: readonly Disclosed[]
  /** The day read out below, marked in the chart; null: none. */
  readonly readDay: IsoDate | null
  readonly today: IsoDate
}

export function FloorChart({ floors, market, prices, output, payments, readDay, today }: FloorChartProps) {
  const [ref, width] = useWidth()
  const hatch = useId()
  const days = market?.days ?? []
  const rest = market?.longestRestDays ?? null
  const disclosed = [...prices, ...output, ...payments]
  const geometry = floorGeometry(width, { floors, market: days, disclosed: prices, today })
  const [first] = floors
  return (
    <ChartFrame
      title="NdPr price floors, the market price on the same footing, and what MP Materials disclosed"
      legend={<FloorLegend market={market?.name ?? null} />}
      table={<FloorTable disclosed={disclosed} />}
    >
      <div ref={ref} className={classes['frame']}>
        {geometry === null ? null : (
          <>
            <svg className={classes['plot']} width={width} height={geometry.height} aria-hidden="true">
              <defs>
                <Hatch id={hatch} ink="var(--chart-us)" size={6} />
              </defs>
              {geometry.price.ticks.map((tick) => (
                <g key={tick} className={classes['tick']}>
                  <line
                    x1={geometry.left}
                    x2={geometry.right}
                    y1={yAt(geometry.price, tick)}
                    y2={yAt(geometry.price, tick)}
                  />
                  <text x={geometry.left - 6} y={yAt(geometry.price, tick) + 4}>
                    {tick}
                  </text>
                </g>
              ))}
              <Today x={xAt(geometry.time, dayMs(today))} height={geometry.height} />
              {first === undefined ? null : (
                <GapShades
                  {...geometry}
                  shades={shadesOf(first, days, rest)}
                  floor={first.value}
                  hatch={hatch}
                />
              )}
              <RealisedPrices {...geometry} prices={prices} />
              <MarketLine {...geometry} pieces={piecesOf(days, rest)} />
              <FloorLines {...geometry} floors={floors} />
              {readDay === null ? null : (
                <ReadDay x={xAt(geometry.time, dayMs(readDay))} height={geometry.height} />
              )}
            </svg>
            <svg className={classes['plot']} width={width} height={20} aria-hidden="true">
              {timeTicks(geometry.time, LABEL_PX).map(({ ms, x, label, major }) => (
                <text key={ms} x={x} y={14} className={classes[major ? 'year' : 'month']}>
                  {label}
                </text>
              ))}
            </svg>
            <PeriodBars
              title="Price Protection Agreement income, USD million (no bar: no figure held)"
              bars={payments}
              geometry={geometry}
            />
            <PeriodBars
              title="NdPr produced, t of oxide (no bar: no figure held)"
              bars={output}
              geometry={geometry}
            />
          </>
        )}
      </div>
    </ChartFrame>
  )
}

const Today = ({ x, height }: { readonly x: number; readonly height: number }) => (
  <g className={classes['today']}>
    <line x1={x} x2={x} y1={0} y2={height} />
    <text x={x + 4} y={height - 6}>
      today
    </text>
  </g>
)

const ReadDay = ({ x, height }: { readonly x: number; readonly height: number }) => (
  <line className={classes['readDay']} x1={x} x2={x} y1={0} y2={height} />
)
