/** Figures for periods: each a stroke as long as its period, so that a quarter is never taken for a year. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import classes from './chain.module.css'
import { DAY_MS, dayMs, xAt } from './time-scale.ts'
import { useWidth } from './use-width.ts'

/** `low` and `high` alike for a single figure. */
export type PeriodSegment = {
  readonly key: string
  readonly from: IsoDate
  /** Last day, inclusive. */
  readonly to: IsoDate
  readonly low: number
  readonly high: number
}

export type PeriodSegmentsProps = {
  readonly segments: readonly PeriodSegment[]
  readonly ink: string
  /** First and last day of the axis, alike for charts that stand together. */
  readonly span: { readonly from: IsoDate; readonly to: IsoDate }
}

const HEIGHT = 64
const TOP = 6
const BOTTOM = 14

/** From zero up. The table beside it says the same. */
export function PeriodSegments({ segments, ink, span }: PeriodSegmentsProps) {
  const [ref, width] = useWidth()
  const scale = { window: { from: dayMs(span.from), to: dayMs(span.to) + DAY_MS }, left: 0, width }
  const max = Math.max(1e-9, ...segments.map(({ high }) => high))
  const y = (value: number) => HEIGHT - BOTTOM - (value / max) * (HEIGHT - TOP - BOTTOM)
  const first = Number(span.from.slice(0, 4))
  const years = Array.from({ length: Number(span.to.slice(0, 4)) - first + 1 }, (_, place) => first + place)
  return (
    <div ref={ref} className={classes['bars']}>
      {width === 0 ? null : (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <path d={`M0 ${HEIGHT - BOTTOM}H${width}`} className={classes['ground']} />
          {years.map((year) => {
            const x = xAt(scale, Date.UTC(year, 0))
            return (
              <g key={year}>
                <path d={`M${x} ${TOP}V${HEIGHT - BOTTOM}`} className={classes['shareGround']} />
                <text x={x + 2} y={HEIGHT - 3} className={classes['faint']}>
                  {year}
                </text>
              </g>
            )
          })}
          {segments.map(({ key, from, to, low, high }) => {
            const left = xAt(scale, dayMs(from)) + 1
            const right = xAt(scale, dayMs(to) + DAY_MS) - 1
            return low === high ? (
              <path key={key} d={`M${left} ${y(low)}H${right}`} stroke={ink} className={classes['segment']} />
            ) : (
              <rect
                key={key}
                x={left}
                width={Math.max(1, right - left)}
                y={y(high)}
                height={Math.max(2, y(low) - y(high))}
                className={classes['planBar']}
                stroke={ink}
              />
            )
          })}
        </svg>
      )}
    </div>
  )
}
