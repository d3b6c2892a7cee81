/** Behind the lines: the future, the ticks of the time axis, the base line, and when the selected act was in force. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId } from 'react'
import { formatQuantity } from '../ui/format.ts'
import type { Geometry } from './geometry.ts'
import { Hatch } from './hatch.tsx'
import { inkOfLane } from './jurisdictions.ts'
import { LaneGround } from './lane-ground.tsx'
import { DAY_MS, dayMs, xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import type { TimeTick } from './time-ticks.ts'
import classes from './timeline.module.css'
import type { ValueScale } from './value-scale.ts'
import { yAt } from './value-scale.ts'

type PlotGroundProps = {
  readonly geometry: Geometry
  readonly scale: TimeScale
  readonly values: ValueScale | null
  readonly ticks: readonly TimeTick[]
  readonly today: IsoDate
  readonly isRebased: boolean
  /** What the axis counts. */
  readonly caption: string
  readonly event: PolicyEventRow | null
}

export function PlotGround({
  geometry,
  scale,
  values,
  ticks,
  today,
  isRebased,
  caption,
  event,
}: PlotGroundProps) {
  const { left, across, plot, width } = geometry
  const right = left + across
  const baseY = values !== null && isRebased ? yAt(values, 100) : null
  return (
    <svg className={classes['layer']} width={width} height={plot.height} aria-hidden="true">
      <LaneGround scale={scale} geometry={geometry} ticks={ticks} today={today} height={plot.height} />
      <text x={left + 6} y={11} className={classes['axisText']}>
        {caption}
      </text>
      <TodayLabel x={xAt(scale, dayMs(today) + DAY_MS)} geometry={geometry} />
      {event === null ? null : <SpansInForce event={event} today={today} scale={scale} geometry={geometry} />}
      <ValueGrid values={values} geometry={geometry} />
      {baseY === null || baseY < plot.top || baseY > plot.bottom ? null : (
        <line x1={left} x2={right} y1={baseY} y2={baseY} className={classes['baseLine']} />
      )}
    </svg>
  )
}

/** The figures of the axis, and a line for each. */
function ValueGrid({
  values,
  geometry,
}: {
  readonly values: ValueScale | null
  readonly geometry: Geometry
}) {
  const { left, across } = geometry
  return values?.ticks.map((tick) => {
    const y = yAt(values, tick)
    return (
      <g key={tick}>
        <line x1={left} x2={left + across} y1={y} y2={y} className={classes['valueLine']} />
        <text x={left - 8} y={y + 4} textAnchor="end" className={classes['axisText']}>
          {formatQuantity(tick)}
        </text>
      </g>
    )
  })
}

function TodayLabel({ x, geometry }: { readonly x: number; readonly geometry: Geometry }) {
  const { left, across } = geometry
  if (x <= left || x > left + across) return null
  const isInside = x + 40 < left + across
  return (
    <text
      x={isInside ? x + 4 : x - 4}
      y={11}
      textAnchor={isInside ? 'start' : 'end'}
      className={classes['axisText']}
    >
      today
    </text>
  )
}

type SpansProps = {
  readonly event: PolicyEventRow
  readonly today: IsoDate
  readonly scale: TimeScale
  readonly geometry: Geometry
}

/** Narrower stretches stay without a word. */
const SPAN_WORD_PX = 70
/** Above the names of the sessions at the foot of the plot. */
const WORD_UP = 38

function SpansInForce({ event, today, scale, geometry }: SpansProps) {
  const hatch = useId()
  const { left, across, plot } = geometry
  const ink = inkOfLane(event.jurisdiction)
  const whole = spansOf(event, today).filter(({ provision }) => provision === undefined)
  return (
    <>
      <Hatch id={hatch} ink={ink} size={9} />
      {whole.map(({ from, to, state, unconfirmed }) => {
        const x0 = Math.max(left, xAt(scale, dayMs(from)))
        const x1 = Math.min(left + across, xAt(scale, to === null ? dayMs(today) + DAY_MS : dayMs(to)))
        if (x1 <= x0) return null
        const isPaused = state === 'suspended'
        return (
          <g key={from}>
            <rect
              x={x0}
              y={0}
              width={x1 - x0}
              height={plot.height}
              fill={isPaused ? `url(#${hatch})` : ink}
              opacity={(isPaused ? 0.16 : 0.09) * (unconfirmed === true ? 0.45 : 1)}
            />
            {x1 - x0 < SPAN_WORD_PX ? null : (
              <text x={x0 + 5} y={plot.height - WORD_UP} className={classes['haloText']} fill={ink}>
                {unconfirmed === true ? 'unconfirmed' : isPaused ? 'paused' : 'in force'}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
