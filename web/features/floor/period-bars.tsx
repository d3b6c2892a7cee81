import { DAY_MS, dayMs, xAt } from '../../charts/time-scale.ts'
import { yAt } from '../../charts/value-scale.ts'
import { formatQuantity } from '../../ui/format.ts'
import { periodWords, type Disclosed } from './disclosed-points.ts'
import { BAR_PANEL, barScale, type FloorGeometry } from './floor-geometry.ts'
import classes from './floor.module.css'

type PeriodBarsProps = {
  /** What the bars are and their unit, written over them. */
  readonly title: string
  readonly bars: readonly Disclosed[]
  readonly geometry: FloorGeometry
}

/** What was disclosed by quarter as bars under the prices, on the same days. Longer periods would hide the quarters. */
export function PeriodBars({ title, bars, geometry }: PeriodBarsProps) {
  const quarters = bars.filter(({ isQuarter }) => isQuarter)
  const scale = barScale(quarters)
  if (scale === null) return null
  const { width, time, left, right, isNarrow } = geometry
  return (
    <svg className={classes['plot']} width={width} height={BAR_PANEL} aria-hidden="true">
      <text x={left} y={11} className={classes['panelTitle']}>
        {title}
      </text>
      <line x1={left} x2={right} y1={yAt(scale, 0)} y2={yAt(scale, 0)} className={classes['ground']} />
      {quarters.map(({ id, period, from, to, value }) => {
        const [x1, x2, y] = [xAt(time, dayMs(from)), xAt(time, dayMs(to) + DAY_MS), yAt(scale, value)]
        return (
          <g key={id} className={classes['bar']}>
            <title>{`${periodWords(period)}: ${formatQuantity(value)}`}</title>
            <rect x={x1 + 2} width={Math.max(1, x2 - x1 - 4)} y={y} height={Math.max(0, yAt(scale, 0) - y)} />
            {isNarrow ? null : (
              <text x={(x1 + x2) / 2} y={y - 3} className={classes['barFigure']}>
                {formatQuantity(value)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
