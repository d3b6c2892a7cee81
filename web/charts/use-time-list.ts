/** The keyboard of a list box whose options stand on the time axis: moves, chooses with Enter, clears with Escape. */
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { firstAtOrAfter } from './thinning.ts'
import { indexAfter } from './time-list.ts'

type TimeList<T> = {
  /** Ascending by time. */
  readonly items: readonly T[]
  readonly momentOf: (item: T) => number
  /** The first moment in view: where the keyboard starts. */
  readonly from: number
  readonly onMove: (item: T) => void
  readonly onChoose: (item: T) => void
  readonly onClear: () => void
}

/** `active` is null until the keyboard has been used, and again when the list no longer holds the item. */
export function useTimeList<T>({ items, momentOf, from, onMove, onChoose, onClear }: TimeList<T>) {
  const [last, setActive] = useState<T | null>(null)
  const active = last !== null && items.includes(last) ? last : null
  const moveTo = (item: T) => {
    setActive(item)
    onMove(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      onClear()
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (active !== null) onChoose(active)
      event.preventDefault()
    } else {
      const start = firstAtOrAfter(
        items.map((item) => ({ ms: momentOf(item) })),
        from,
      )
      const next = indexAfter(event.key, active === null ? -1 : items.indexOf(active), items.length, start)
      const item = next === null ? undefined : items[next]
      if (item === undefined) return
      event.preventDefault()
      moveTo(item)
    }
  }
  return { active, setActive, onKeyDown }
}
