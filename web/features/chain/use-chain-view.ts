import { useCallback, useMemo } from 'react'
import { useSearchState } from '../../ui/use-search-state.ts'
import { readChainView, writeChainView, type ChainView } from './chain-view.ts'

/** What a part of the screen is given to read its address and to change it. */
export type Viewing = {
  readonly view: ChainView
  readonly change: (patch: Partial<ChainView>, how?: 'push' | 'replace') => void
}

/** The view the address asks for, what of it could not be read, and a way to change it; the address follows. */
export function useChainView(): Viewing & { readonly unreadable: readonly string[] } {
  const { search, change } = useSearchState()
  const { values: view, unreadable } = useMemo(() => readChainView(search), [search])
  return {
    view,
    unreadable,
    change: useCallback<Viewing['change']>(
      (patch, how = 'push') => change(writeChainView(patch), how),
      [change],
    ),
  }
}
