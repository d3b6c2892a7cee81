/**
 * What the pointer or the keyboard is on. Kept outside of React's state, so that a moving pointer redraws the
 * crosshair and its card and nothing else.
 */
import { useSyncExternalStore } from 'react'
import type { EventMark } from './event-mark.ts'
import type { FilingDay } from './filing-lane.ts'

/** `x` and `y` in pixels of the timeline: where the card stands. */
export type Hover =
  | { readonly kind: 'session'; readonly ms: number }
  | { readonly kind: 'marks'; readonly marks: readonly EventMark[]; readonly ms: number; readonly y: number }
  | { readonly kind: 'filings'; readonly day: FilingDay; readonly ms: number; readonly y: number }

export type HoverStore = {
  readonly get: () => Hover | null
  readonly set: (hover: Hover | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** One per timeline. */
export function createHoverStore(): HoverStore {
  let current: Hover | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (hover) => {
      if (isSame(hover, current)) return
      current = hover
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useHover(store: HoverStore): Hover | null {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

function isSame(one: Hover | null, other: Hover | null): boolean {
  if (one === null || other === null) return one === other
  if (one.kind === 'marks') return other.kind === 'marks' && one.marks === other.marks
  if (one.kind === 'filings') return other.kind === 'filings' && one.day === other.day
  return other.kind === 'session' && one.ms === other.ms
}
