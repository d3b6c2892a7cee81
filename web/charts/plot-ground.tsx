/** Behind the lines: the future, the ticks of the time axis, the base line, and when the selected act was in force. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId } from 'react'
import type { Geometry } from './geometry.ts'
import { Hatch } from './hatch.tsx'
import { inkOfLane } from './jurisdictions.ts'
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
  readonly event: PolicyEventRow | null
}

export function PlotGround({ geometry, scale, values, ticks, today, isRebased, event }: PlotGroundProps) {
  const { left, across, plot, width } = geometry
  const right = left + across
  const baseY = values !== null && isRebased ? yAt(values, 100) : null
  return (
    <svg className={classes['layer']} width={width} height={plot.height} aria-hidden="true">
      <Future scale={scale} today={today} left={left} right={right} height={plot.height} />
      {ticks.map(({ ms, x, major }) => (
        <line key={ms} x1={x} x2={x} y1={0} y2={plot.height} className={major ? classes['yearLine'] : classes['tickLine']} />
      ))}
      {event === null ? null : <SpansInForce event={event} today={today} scale={scale} geometry={geometry} />}
      {baseY === null || baseY < plot.top || baseY > plot.bottom ? null : (
        <line x1={left} x2={right} y1={baseY} y2={baseY} className={classes['baseLine']} />
      )}
    </svg>
  )
}

type FutureProps = {
  readonly scale: TimeScale
  readonly today: IsoDate
  readonly left: number
  readonly right: number
  readonly height: number
}

/** Right of the end of today nothing is known: a ground of its own, and a line where today is. */
export function Future({ scale, today, left, right, height }: FutureProps) {
  const x = Math.max(left, xAt(scale, dayMs(today) + DAY_MS))
  if (x >= right) return null
  return (
    <>
      <rect x={x} y={0} width={right - x} height={height} className={classes['future']} />
      {x > left ? <line x1={x} x2={x} y1={0} y2={height} className={classes['today']} /> : null}
    </>
  )
}

type SpansProps = {
  readonly event: PolicyEventRow
  readonly today: IsoDate
  readonly scale: TimeScale
  readonly geometry: Geometry
}

function SpansInForce({ event, today, scale, geometry }: SpansProps) {
  const hatch = useId()
  const { left, across, plot } = geometry
  const ink = inkOfLane(event.jurisdiction)
  const whole = spansOf(event, today).filter(({ provision }) => provision === undefined)
  return (
    <>
      <Hatch id={hatch} ink={ink} size={7} />
      {whole.map(({ from, to, state, unconfirmed }) => {
        const x0 = Math.max(left, xAt(scale, dayMs(from)))
        const x1 = Math.min(left + across, xAt(scale, to === null ? dayMs(today) + DAY_MS : dayMs(to)))
        if (x1 <= x0) return null
        return (
          <rect
            key={from}
            x={x0}
            y={0}
            width={x1 - x0}
            height={plot.height}
            fill={state === 'suspended' ? `url(#${hatch})` : ink}
            opacity={(state === 'suspended' ? 0.3 : 0.1) * (unconfirmed === true ? 0.45 : 1)}
          />
        )
      })}
    </>
  )
}
