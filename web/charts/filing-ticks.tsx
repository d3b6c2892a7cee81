/** All ticks as two paths a lane, so that ten thousand filings cost what eight shapes cost. */
import { memo, useId } from 'react'
import type { FilingDay, FilingLane } from './filing-lane.ts'
import type { Geometry } from './geometry.ts'
import { FILING_ROW } from './geometry.ts'
import classes from './timeline.module.css'

type FilingTicksProps = {
  readonly lanes: readonly FilingLane[]
  readonly origin: number
  readonly perMs: number
  readonly shift: number
  readonly geometry: Geometry
  readonly selectedId: string | null
}

export function FilingTicks({ shift, ...rest }: FilingTicksProps) {
  const clip = useId()
  const { lanes, geometry } = rest
  const { left, across, narrow, width } = geometry
  return (
    <g aria-hidden="true">
      <clipPath id={clip}>
        <rect x={left} y={0} width={across} height={lanes.length * FILING_ROW} />
      </clipPath>
      {lanes.map(({ series }, row) => (
        <g key={series.ticker}>
          <line x1={0} x2={width} y1={row * FILING_ROW + 0.5} y2={row * FILING_ROW + 0.5} className={classes['laneLine']} />
          <text x={left - 8} y={row * FILING_ROW + 13} textAnchor="end" className={classes['laneName']} fill={series.ink.color}>
            {narrow ? series.ticker.replace(/\..*/, '') : series.ticker}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${clip})`}>
        <g transform={`translate(${shift} 0)`}>
          <Ticks {...rest} />
        </g>
      </g>
    </g>
  )
}

const Ticks = memo(function Ticks({ lanes, origin, perMs, selectedId }: Omit<FilingTicksProps, 'shift'>) {
  const pathOf = (days: readonly FilingDay[], row: number, half: number) =>
    days
      .map(({ ms }) => `M${((ms - origin) * perMs).toFixed(1)} ${(row + 0.5) * FILING_ROW - half}v${2 * half}`)
      .join('')
  return lanes.map(({ series, days }, row) => {
    const chosen = days.filter(({ filings }) => filings.some(({ id }) => id === selectedId))
    return (
      <g key={series.ticker} stroke={series.ink.color}>
        <path d={pathOf(days.filter(({ sensitive }) => !sensitive), row, 3.5)} className={classes['filingTick']} />
        <path d={pathOf(days.filter(({ sensitive }) => sensitive), row, 6.5)} className={classes['sensitiveTick']} />
        <path d={pathOf(chosen, row, 8)} className={classes['chosenTick']} />
      </g>
    )
  })
})
