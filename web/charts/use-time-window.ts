/**
 * The visible window while the page owns it: gestures move it at once, the page hears of it when they settle, and the
 * page's answer takes over again.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { daysOf, windowOf } from './time-scale.ts'
import type { TimeWindow } from './time-scale.ts'
import type { DayRange } from './timeline.ts'

/** How long the wheel has to rest before its motion counts as one. */
const REST_MS = 180

export type MovableWindow = {
  readonly window: TimeWindow
  /** A gesture is under way. */
  readonly moving: boolean
  /** Shows another window; `settle` must follow. */
  readonly move: (window: TimeWindow) => void
  /** The gesture is over: tells the page. */
  readonly settle: () => void
  /** One motion that is over at once. */
  readonly moveTo: (window: TimeWindow) => void
  /** A motion of many small ones without an end of its own (the wheel): settles when it rests. */
  readonly nudge: (window: TimeWindow) => void
}

/** `since` is the range the page held when the gesture began: once the page holds another, the gesture is history. */
type Gesture = { readonly since: DayRange; readonly window: TimeWindow; readonly moving: boolean }

export function useTimeWindow(range: DayRange, onRangeChange: (range: DayRange) => void): MovableWindow {
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const latest = useRef<TimeWindow | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])

  const holds = gesture !== null && sameDays(gesture.since, range)
  const window = holds ? gesture.window : windowOf(range)

  const move = useCallback(
    (next: TimeWindow) => {
      latest.current = next
      setGesture({ since: range, window: next, moving: true })
    },
    [range],
  )
  const settle = useCallback(() => {
    clearTimeout(rest.current)
    const reached = latest.current
    latest.current = null
    if (reached === null) return
    const days = daysOf(reached)
    setGesture(sameDays(days, range) ? null : { since: range, window: reached, moving: false })
    if (!sameDays(days, range)) onRangeChange(days)
  }, [range, onRangeChange])
  const moveTo = useCallback(
    (next: TimeWindow) => {
      move(next)
      settle()
    },
    [move, settle],
  )
  const nudge = useCallback(
    (next: TimeWindow) => {
      move(next)
      clearTimeout(rest.current)
      rest.current = setTimeout(settle, REST_MS)
    },
    [move, settle],
  )
  return { window, moving: holds && gesture.moving, move, settle, moveTo, nudge }
}

function sameDays(one: DayRange, other: DayRange): boolean {
  return one.from === other.from && one.to === other.to
}
