/**
 * All days that can be reached, with the shown ones between two handles. Handles and body are sliders: arrows move by a
 * week or a tenth of the window, whichever is more, Page keys by the whole window, Home and End to the edges.
 */
import { useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import { formatDay } from '../ui/format.ts'
import type { Geometry } from './geometry.ts'
import { OverviewLines } from './overview-lines.tsx'
import type { PriceLine } from './price-line.ts'
import { DAY_MS, dayAt, msAt, xAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import classes from './timeline.module.css'
import { useDrag } from './use-drag.ts'
import type { MovableWindow } from './use-time-window.ts'
import type { ValueScale } from './value-scale.ts'
import { SHORTEST_MS, keptWithin, panned } from './window-motion.ts'

const OVERVIEW_HEIGHT = 44
/** Of a handle, for fingers, and of the window between the middles of the handles. */
const HANDLE = 24
const LEAST_GRIP = 36

type OverviewStripProps = {
  readonly lines: readonly PriceLine[]
  readonly kind: ValueScale['kind']
  readonly extent: TimeWindow
  readonly movable: MovableWindow
  readonly geometry: Geometry
}

export function OverviewStrip({ lines, kind, extent, movable, geometry }: OverviewStripProps) {
  const { left, across } = geometry
  const scale: TimeScale = useMemo(() => ({ window: extent, left, width: across }), [extent, left, across])
  const { window } = movable
  const x0 = xAt(scale, window.from)
  const x1 = xAt(scale, window.to)
  const edges = { extent, movable, scale }
  // Handles over a short window would leave nothing of it to take hold of: they stand aside.
  const aside = Math.max(0, (LEAST_GRIP - (x1 - x0)) / 2)
  return (
    <div className={classes['overview']} style={{ height: OVERVIEW_HEIGHT }}>
      <OverviewLines lines={lines} kind={kind} scale={scale} geometry={geometry} height={OVERVIEW_HEIGHT} />
      <div className={classes['unshown']} style={{ left, width: Math.max(0, x0 - left) }} />
      <div className={classes['unshown']} style={{ left: x1, width: Math.max(0, left + across - x1) }} />
      <Grip part="body" label="Days shown" x={x0} width={x1 - x0} {...edges} />
      <Grip part="from" label="First day shown" x={x0 - aside - HANDLE / 2} width={HANDLE} {...edges} />
      <Grip part="to" label="Last day shown" x={x1 + aside - HANDLE / 2} width={HANDLE} {...edges} />
    </div>
  )
}

type GripProps = {
  readonly part: 'from' | 'body' | 'to'
  readonly label: string
  readonly x: number
  readonly width: number
  readonly extent: TimeWindow
  readonly movable: MovableWindow
  readonly scale: TimeScale
}

/** One of the three things that can be dragged. */
function Grip({ part, label, x, width, extent, movable, scale }: GripProps) {
  const { window } = movable
  const drag = useDrag({
    start: () => window,
    move: (began, dx) => movable.move(movedBy(part, began, msAt(scale, dx) - msAt(scale, 0), extent)),
    end: movable.settle,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const ms = motionOfKey(event.key, window, extent)
    if (ms === null) return
    event.preventDefault()
    movable.moveTo(movedBy(part, window, ms, extent))
  }
  const moment = part === 'to' ? window.to - DAY_MS : window.from
  const last = formatDay(dayAt(window.to - 1))
  const text =
    part === 'body'
      ? `${formatDay(dayAt(window.from))} to ${last}`
      : part === 'to'
        ? last
        : formatDay(dayAt(moment))
  return (
    <div
      className={part === 'body' ? classes['shownDays'] : classes['handle']}
      style={{ left: x, width }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.round(extent.from / DAY_MS)}
      aria-valuemax={Math.round(extent.to / DAY_MS)}
      aria-valuenow={Math.round(moment / DAY_MS)}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      {...drag}
    />
  )
}

function movedBy(part: GripProps['part'], window: TimeWindow, ms: number, extent: TimeWindow): TimeWindow {
  switch (part) {
    case 'body':
      return panned(window, ms, extent)
    case 'from':
      return keptWithin(
        { from: Math.max(extent.from, Math.min(window.from + ms, window.to - SHORTEST_MS)), to: window.to },
        extent,
      )
    case 'to':
      return keptWithin(
        { from: window.from, to: Math.min(extent.to, Math.max(window.to + ms, window.from + SHORTEST_MS)) },
        extent,
      )
  }
}

function motionOfKey(key: string, window: TimeWindow, extent: TimeWindow): number | null {
  const length = window.to - window.from
  const step = Math.max(7 * DAY_MS, length / 10)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -step
    case 'ArrowRight':
    case 'ArrowUp':
      return step
    case 'PageDown':
      return -length
    case 'PageUp':
      return length
    case 'Home':
      return extent.from - window.from
    case 'End':
      return extent.to - window.to
    default:
      return null
  }
}
