/** The wheel over the chart: with Ctrl (or a pinch on a trackpad) it zooms, sideways it pans, else the page scrolls. */
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

type Wheel = {
  /** `factor` below 1 shows less; `x` is the pointer's place in the element. */
  readonly zoom: (factor: number, x: number) => void
  readonly pan: (dx: number) => void
}

const ZOOM_PER_PX = 0.0022
const LINE_PX = 16

/** React listens to the wheel passively, so that it could not keep the page from zooming: this listens itself. */
export function useWheel(target: RefObject<HTMLElement | null>, { zoom, pan }: Wheel): void {
  const latest = useRef({ zoom, pan })
  useEffect(() => {
    latest.current = { zoom, pan }
  })
  useEffect(() => {
    const element = target.current
    if (element === null) return undefined
    const onWheel = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
      const dx = event.deltaX * unit
      const dy = event.deltaY * unit
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        const { left } = element.getBoundingClientRect()
        latest.current.zoom(
          Math.exp(Math.max(-120, Math.min(120, dy)) * ZOOM_PER_PX * 2),
          event.clientX - left,
        )
      } else if (Math.abs(dx) > Math.abs(dy)) {
        event.preventDefault()
        latest.current.pan(dx)
      }
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [target])
}
