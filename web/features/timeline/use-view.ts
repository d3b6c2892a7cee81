import { useCallback, useMemo } from 'react'
import { useSearchState } from '../../ui/use-search-state.ts'
import { buildViewReader, writeView, type TimelineView } from './view.ts'

/**
 * The view in the address; a member that has not changed stays the same object, so that nothing is computed anew for it.
 * What a reader would want to step back from (a selection, a filter) is pushed to the browser's history; what comes in
 * a stream (panning) replaces the current step.
 */
export function useView(): {
  readonly view: TimelineView
  readonly unreadable: readonly string[]
  readonly change: (patch: Partial<TimelineView>, how?: 'push' | 'replace') => void
} {
  const { search, change: changeSearch } = useSearchState()
  const read = useMemo(() => buildViewReader(), [])
  const { view, unreadable } = useMemo(() => read(search), [read, search])
  const change = useCallback(
    (patch: Partial<TimelineView>, how: 'push' | 'replace' = 'push') => changeSearch(writeView(patch), how),
    [changeSearch],
  )
  return { view, unreadable, change }
}
