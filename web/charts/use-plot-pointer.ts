/**
 * Pointers on the prices. A mouse reads the day it is over, drags the window and chooses a day with a click; one finger
 * reads, two fingers zoom and move.
 */
import { useRef } from 'react'
import type { MouseEvent, PointerEvent } from 'react'
import type { Geometry } from './geometry.ts'
import { msAt, pxPerMs } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import type { MovableWindow } from './use-time-window.ts'
import { keptWithin, panned } from './window-motion.ts'

/** Less than this is a click with a trembling hand. */
const CLICK_PX = 4

type PlotPointer = {
  readonly scale: TimeScale
  readonly extent: TimeWindow
  readonly geometry: Geometry
  readonly movable: MovableWindow
  /** The pointer is over a moment; null: it has left. */
  readonly onPoint: (ms: number | null) => void
  readonly onChoose: (ms: number) => void
  readonly onRebase: (ms: number) => void
}

type Held = {
  readonly x: number
  /** The window when the gesture began, and the moments then under the fingers. */
  readonly window: TimeWindow
  readonly moments: readonly number[]
}

/** Handlers to spread on the plot. */
export function usePlotPointer({
  scale,
  extent,
  geometry,
  movable,
  onPoint,
  onChoose,
  onRebase,
}: PlotPointer) {
  const fingers = useRef(new Map<number, number>())
  const held = useRef<Held | null>(null)
  const moved = useRef(false)

  const xOf = (event: MouseEvent<HTMLElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left
  const hold = (x: number) => {
    const moments = [...fingers.current.values()].map((finger) => msAt(scale, finger))
    held.current = { x, window: scale.window, moments }
  }
  const release = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId)
    held.current = null
    movable.settle()
    if (event.pointerType !== 'mouse') moved.current = true
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const x = xOf(event)
      event.currentTarget.setPointerCapture(event.pointerId)
      fingers.current.set(event.pointerId, x)
      moved.current = false
      hold(x)
      onPoint(msAt(scale, x))
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const x = xOf(event)
      if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, x)
      const began = held.current
      if (began !== null && began.moments.length > 1) {
        moved.current = true
        movable.move(pinched(began, [...fingers.current.values()], geometry, extent))
        onPoint(null)
      } else if (began !== null && event.pointerType === 'mouse') {
        if (!moved.current && Math.abs(x - began.x) < CLICK_PX) return
        moved.current = true
        movable.move(
          panned(began.window, (began.x - x) / pxPerMs({ ...scale, window: began.window }), extent),
        )
        onPoint(null)
      } else {
        onPoint(isOnDays(x, geometry) ? msAt(scale, x) : null)
      }
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse' && held.current === null) onPoint(null)
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const x = xOf(event)
      if (!moved.current && isOnDays(x, geometry)) onChoose(msAt(scale, x))
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const x = xOf(event)
      if (isOnDays(x, geometry)) onRebase(msAt(scale, x))
    },
  }
}

/** The window in which both fingers are on the moments they began on. */
function pinched(
  { moments, window }: Held,
  places: readonly number[],
  geometry: Geometry,
  extent: TimeWindow,
): TimeWindow {
  const [oneMs, otherMs] = moments
  const [one, other] = places
  if (oneMs === undefined || otherMs === undefined || one === undefined || other === undefined) return window
  const distance = Math.abs(other - one)
  if (distance < 16) return window
  const msPerPx = Math.abs(otherMs - oneMs) / distance
  const from = (oneMs + otherMs) / 2 - ((one + other) / 2 - geometry.left) * msPerPx
  return keptWithin({ from, to: from + geometry.across * msPerPx }, extent)
}

function isOnDays(x: number, { left, across }: Geometry): boolean {
  return x >= left && x <= left + across
}
