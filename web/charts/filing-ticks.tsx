/** All ticks as three paths a lane, so that ten thousand filings cost what a dozen shapes cost. */
import { memo } from 'react'
import type { FilingDay, FilingLane } from './filing-lane.ts'
import { FILING_ROW } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import { shortTicker } from './short-ticker.ts'
import { firstAtOrAfter } from './thinning.ts'
import { xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'

type FilingNamesProps = { readonly lanes: readonly FilingLane[]; readonly geometry: Geometry }

/** The tickers in the left gutter, and the lines between lanes. */
export function FilingNames({ lanes, geometry }: FilingNamesProps) {
  const { left, width } = geometry
  return lanes.map(({ series }, row) => (
    <g key={series.ticker}>
      <line
        x1={0}
        x2={width}
        y1={row * FILING_ROW + 0.5}
        y2={row * FILING_ROW + 0.5}
        className={classes['laneLine']}
      />
      <text
        x={left - 8}
        y={row * FILING_ROW + 13}
        textAnchor="end"
        className={classes['laneName']}
        fill={series.ink.color}
      >
        {shortTicker(series.ticker, geometry)}
      </text>
    </g>
  ))
}

type FilingTicksProps = {
  readonly lanes: readonly FilingLane[]
  /** The drawing's own axis, from pixel 0. */
  readonly drawn: TimeScale
  readonly height: number
  readonly selectedId: string | null
}

export const FilingTicks = memo(function FilingTicks({ lanes, drawn, height, selectedId }: FilingTicksProps) {
  const { from, to } = drawn.window
  return (
    <svg className={classes['drawing']} width={drawn.width} height={height} aria-hidden="true">
      {lanes.map(({ series, days }, row) => {
        const drawnDays = days.slice(firstAtOrAfter(days, from), firstAtOrAfter(days, to))
        const ticks = (chosen: readonly FilingDay[], half: number) => ticksPath(chosen, drawn, row, half)
        return (
          <g key={series.ticker} stroke={series.ink.color}>
            <path
              d={ticks(
                drawnDays.filter(({ sensitive }) => !sensitive),
                3.5,
              )}
              className={classes['filingTick']}
            />
            <path
              d={ticks(
                drawnDays.filter(({ sensitive }) => sensitive),
                6.5,
              )}
              className={classes['sensitiveTick']}
            />
            <path
              d={ticks(
                drawnDays.filter(({ filings }) => filings.some(({ id }) => id === selectedId)),
                8,
              )}
              className={classes['chosenTick']}
            />
          </g>
        )
      })}
    </svg>
  )
})

function ticksPath(days: readonly FilingDay[], drawn: TimeScale, row: number, half: number): string {
  const top = (row + 0.5) * FILING_ROW - half
  return days.map(({ ms }) => `M${xAt(drawn, ms).toFixed(1)} ${top}v${2 * half}`).join('')
}
