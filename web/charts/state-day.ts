/**
 * The day whose states are told. While it is dragged it lives outside of React's state, so that the line, its handle and
 * what counts the states follow the pointer and nothing else is drawn; the page hears of it at the end.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useSyncExternalStore } from 'react'
import type { DayRange } from './timeline.ts'

/** `since` is the day the page held when the motion began: once it holds another, the draft is history. */
type Draft = { readonly since: IsoDate; readonly day: IsoDate }

/** null: the page's own day holds. */
export type DayDraft = {
  readonly get: () => Draft | null
  readonly set: (draft: Draft | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** What the timeline needs to tell and to change the day. */
export type StateDay = {
  readonly at: IsoDate
  /** The days that can be chosen, both inclusive; it may reach beyond what the chart can show. */
  readonly reach: DayRange
  readonly draft: DayDraft
  /** How many events stand how on a day, for those who do not see the chart. */
  readonly text: (day: IsoDate) => string
  readonly onChange: (day: IsoDate) => void
}

/** One per timeline. */
export function createDayDraft(): DayDraft {
  let current: Draft | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (draft) => {
      if (draft?.day === current?.day && draft?.since === current?.since) return
      current = draft
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The day to show: the one under the pointer, else the page's. */
export function useDayShown({ at, draft }: Pick<StateDay, 'at' | 'draft'>): IsoDate {
  const moved = useSyncExternalStore(draft.subscribe, draft.get, draft.get)
  return moved !== null && moved.since === at ? moved.day : at
}
