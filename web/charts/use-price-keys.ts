/**
 * The keyboard on the prices: arrows, Page and Home keys move the crosshair by sessions, plus and minus zoom, Enter
 * chooses the day, B makes it the base, Escape clears.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { HoverStore } from './hover.ts'
import { firstAtOrAfter } from './thinning.ts'
import { indexAfter } from './time-list.ts'
import { dayAt } from './time-scale.ts'
import type { TimeWindow } from './time-scale.ts'
import type { TimelineSelection } from './timeline.ts'
import type { MovableWindow } from './use-time-window.ts'
import { panTo, zoomed } from './window-motion.ts'

const ZOOM_STEP = 0.7

type PriceKeys = {
  /** Days with a session, ascending. */
  readonly days: readonly number[]
  readonly extent: TimeWindow
  readonly movable: MovableWindow
  readonly hover: HoverStore
  readonly onSelect: (selection: TimelineSelection | null) => void
  readonly onBaseChange: (date: IsoDate) => void
}

/** `active` is the day the keyboard is on; null until it has been used. */
export function usePriceKeys({ days, extent, movable, hover, onSelect, onBaseChange }: PriceKeys) {
  const [active, setActive] = useState<number | null>(null)
  const { window } = movable

  const moveCrosshair = (key: string): boolean => {
    // The first move goes to the newest session in view.
    const newest = firstAtOrAfter(
      days.map((ms) => ({ ms })),
      window.to,
    )
    const next = indexAfter(key, active === null ? -1 : days.indexOf(active), days.length, newest - 1)
    const day = next === null ? undefined : days[next]
    if (day === undefined) return false
    setActive(day)
    hover.set({ kind: 'session', ms: day })
    const reached = panTo(window, day, extent)
    if (reached !== window) movable.moveTo(reached)
    return true
  }
  const zoom = (factor: number) => {
    movable.moveTo(zoomed(window, factor, active ?? (window.from + window.to) / 2, extent))
    return true
  }
  const act = (key: string): boolean => {
    switch (key) {
      case 'Enter':
      case ' ':
        if (active !== null) onSelect({ kind: 'session', date: dayAt(active) })
        return true
      case 'b':
      case 'B':
        if (active !== null) onBaseChange(dayAt(active))
        return true
      case '+':
      case '=':
        return zoom(ZOOM_STEP)
      case '-':
        return zoom(1 / ZOOM_STEP)
      case 'Escape':
        hover.set(null)
        onSelect(null)
        return true
      default:
        return false
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (moveCrosshair(event.key) || act(event.key)) event.preventDefault()
  }
  return { active, setActive, onKeyDown }
}
