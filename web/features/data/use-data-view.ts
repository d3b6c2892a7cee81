import { useCallback, useMemo } from 'react'
import { useSearchState } from '../../ui/use-search-state.ts'
import { readDataView, writeDataView, type DataView } from './data-view.ts'

/** The view the address asks for, what of it could not be read, and a way to change it; the address follows. */
export function useDataView(): {
  readonly view: DataView
  readonly unreadable: readonly string[]
  readonly change: (patch: Partial<DataView>, how?: 'push' | 'replace') => void
} {
  const { search, change } = useSearchState()
  const { values: view, unreadable } = useMemo(() => readDataView(search), [search])
  return {
    view,
    unreadable,
    change: useCallback((patch, how = 'push') => change(writeDataView(patch), how), [change]),
  }
}
