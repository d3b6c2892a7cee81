/** The slider of the day whose states are told: a rail along the time axis, with a tick where an event takes a step. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { formatDay } from '../ui/format.ts'
import { drawnScale, motionOf } from './cover.ts'
import type { Cover } from './cover.ts'
import { dayAfterKey, within } from './day-steps.ts'
import type { Geometry } from './geometry.ts'
import { MovingLayer } from './moving-layer.tsx'
import { useDayShown, type StateDay } from './state-day.ts'
import { DAY_MS, dayAt, dayMs, msAt, xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import own from './day-rail.module.css'
import classes from './timeline.module.css'

export const RAIL_HEIGHT = 26
/** How long the keyboard has to rest before its day counts. */
const REST_MS = 300

type DayRailProps = {
  readonly stateDay: StateDay
  /** Days with a step, ascending. */
  readonly steps: readonly IsoDate[]
  readonly scale: TimeScale
  readonly cover: Cover
  readonly geometry: Geometry
  readonly today: IsoDate
  readonly onReveal: (ms: number) => void
}

export function DayRail({ stateDay, steps, scale, cover, geometry, today, onReveal }: DayRailProps) {
  const { reach, draft, text, onChange, at } = stateDay
  const day = useDayShown(stateDay)
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pointer = useRef<number | null>(null)
  useEffect(() => () => clearTimeout(rest.current), [])
  const drawn = useMemo(() => drawnScale(cover, geometry), [cover, geometry])
  const { shift } = motionOf(drawn, scale)

  const moveTo = (next: IsoDate) => draft.set({ since: at, day: next })
  const settle = () => {
    clearTimeout(rest.current)
    const moved = draft.get()
    if (moved === null || moved.since !== at) return
    if (moved.day === at) draft.set(null)
    else onChange(moved.day)
  }
  const dayUnder = (event: PointerEvent<HTMLElement>): IsoDate => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const inside = Math.min(geometry.left + geometry.across, Math.max(geometry.left, x))
    return within(dayAt(msAt(scale, inside) + DAY_MS / 2), reach)
  }
  const release = (event: PointerEvent<HTMLElement>) => {
    if (pointer.current !== event.pointerId) return
    pointer.current = null
    settle()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') draft.set(null)
    const next = dayAfterKey(event, day, { reach, steps })
    if (next === null) return
    event.preventDefault()
    moveTo(next)
    onReveal(dayMs(next))
    clearTimeout(rest.current)
    rest.current = setTimeout(settle, REST_MS)
  }
  return (
    <div
      className={own['rail']}
      role="slider"
      tabIndex={0}
      aria-label="State of the events on"
      aria-orientation="horizontal"
      aria-valuemin={dayMs(reach.from) / DAY_MS}
      aria-valuemax={dayMs(reach.to) / DAY_MS}
      aria-valuenow={dayMs(day) / DAY_MS}
      aria-valuetext={`${formatDay(day)}: ${text(day)}`}
      onKeyDown={onKeyDown}
      onBlur={settle}
      onPointerDown={(event) => {
        if (event.button !== 0 || pointer.current !== null) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pointer.current = event.pointerId
        moveTo(dayUnder(event))
      }}
      onPointerMove={(event) => {
        if (pointer.current === event.pointerId) moveTo(dayUnder(event))
      }}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <svg className={classes['layer']} width={geometry.width} height={RAIL_HEIGHT} aria-hidden="true">
        <line
          x1={geometry.left}
          x2={geometry.left + geometry.across}
          y1={RAIL_HEIGHT / 2}
          y2={RAIL_HEIGHT / 2}
          className={own['line']}
        />
      </svg>
      <MovingLayer geometry={geometry} height={RAIL_HEIGHT} shift={shift}>
        <StepTicks steps={steps} drawn={drawn} />
      </MovingLayer>
      <Handle day={day} isToday={day === today} scale={scale} geometry={geometry} />
    </div>
  )
}

/** One path for all: neighbours on one pixel are one tick. */
const StepTicks = memo(function StepTicks({
  steps,
  drawn,
}: {
  readonly steps: readonly IsoDate[]
  readonly drawn: TimeScale
}) {
  const pixels = new Set(
    steps.map((step) => Math.round(xAt(drawn, dayMs(step)))).filter((x) => x >= 0 && x <= drawn.width),
  )
  return (
    <svg className={classes['drawing']} width={drawn.width} height={RAIL_HEIGHT} aria-hidden="true">
      <path
        d={[...pixels].map((x) => `M${x + 0.5} ${RAIL_HEIGHT / 2 - 4}v8`).join('')}
        className={own['step']}
      />
    </svg>
  )
})

type HandleProps = {
  readonly day: IsoDate
  readonly isToday: boolean
  readonly scale: TimeScale
  readonly geometry: Geometry
}

/** The grip with its day beside it; at the edge, hollow, where the day lies outside of what is shown. */
function Handle({ day, isToday, scale, geometry }: HandleProps) {
  const { left, across } = geometry
  const place = xAt(scale, dayMs(day))
  const x = Math.min(left + across, Math.max(left, place))
  const isLeft = x > left + across / 2
  return (
    <div
      className={own['handle']}
      data-side={isLeft ? 'left' : 'right'}
      data-outside={x !== place}
      data-today={isToday}
      style={{ transform: `translateX(${x}px)` }}
      aria-hidden="true"
    >
      <span className={own['grip']} />
      <span className={own['text']}>State {isToday ? 'today' : `on ${formatDay(day)}`}</span>
    </div>
  )
}

/** Through prices, lanes and filings, where the day is another than today. */
export function StateLine({
  stateDay,
  scale,
  geometry,
  today,
}: Pick<DayRailProps, 'stateDay' | 'scale' | 'geometry' | 'today'>) {
  const day = useDayShown(stateDay)
  const { left, across } = geometry
  const x = xAt(scale, dayMs(day))
  if (day === today || x < left || x > left + across) return null
  return <div className={own['through']} style={{ transform: `translateX(${x}px)` }} />
}
