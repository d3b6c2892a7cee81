/** A drawing that is moved along the time axis by the browser's compositor, without being painted again. */
import type { ReactNode } from 'react'
import type { Geometry } from './geometry.ts'
import classes from './timeline.module.css'

type MovingLayerProps = {
  readonly geometry: Geometry
  readonly height: number
  /** Where the drawing's pixel 0 stands in the timeline. */
  readonly shift: number
  readonly children: ReactNode
}

/** Cut off at the edges of the days. */
export function MovingLayer({ geometry, height, shift, children }: MovingLayerProps) {
  const { left, across } = geometry
  return (
    <div className={classes['window']} style={{ left, width: across, height }}>
      <div className={classes['moving']} style={{ transform: `translateX(${shift - left}px)` }}>
        {children}
      </div>
    </div>
  )
}
