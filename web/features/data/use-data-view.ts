import { useCallback, useMemo } from 'react'
import { useSearchState } from '../../ui/use-search-state.ts'
import { readDataView, writeDataView, type Viewing } from './data-view.ts'

/** The view the address asks for, what of it could not be read, and a way to change it; the address follows. */
export function useDataView(): Viewing & { readonly unreadable: readonly string[] } {
  const { search, change } = useSearchState()
  const { values: view, unreadable } = useMemo(() => readDataView(search), [search])
  return {
    view,
    unreadable,
    change: useCallback<Viewing['change']>(
      (patch, how = 'push') => change(writeDataView(patch), how),
      [change],
    ),
  }
}
