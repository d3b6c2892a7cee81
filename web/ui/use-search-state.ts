import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from './search.ts'

/**
 * The query string of whatever screen is open, and a way to change parts of it: undefined drops a part, the rest stays.
 * `push` adds a step to the browser's history, `replace` overwrites the current one.
 */
export function useSearchState(): {
  readonly search: Search
  readonly change: (patch: Search, how: 'push' | 'replace') => void
} {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Search, how: 'push' | 'replace') => {
      void navigate({
        to: '.',
        search: (former: Search) => ({ ...former, ...patch }),
        replace: how === 'replace',
        resetScroll: false,
      })
    },
    [navigate],
  )
  return { search, change }
}
