/** Dragging with mouse, pen or one finger; the pointer is captured, so that it may leave the handle. */
import { useRef } from 'react'
import type { PointerEvent } from 'react'

type Drag<T> = {
  /** What to remember of the moment the drag began. */
  readonly start: () => T
  /** `dx` in pixels since then. */
  readonly move: (began: T, dx: number) => void
  readonly end: () => void
}

/** Handlers to spread on the handle. */
export function useDrag<T>({ start, move, end }: Drag<T>) {
  const held = useRef<{ readonly pointer: number; readonly x: number; readonly began: T } | null>(null)
  const release = (event: PointerEvent<HTMLElement>) => {
    if (held.current?.pointer !== event.pointerId) return
    held.current = null
    end()
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || held.current !== null) return
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { pointer: event.pointerId, x: event.clientX, began: start() }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held.current?.pointer !== event.pointerId) return
      move(held.current.began, event.clientX - held.current.x)
    },
    onPointerUp: release,
    onPointerCancel: release,
  }
}
