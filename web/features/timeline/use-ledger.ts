import { getJobRuns } from '@oreline/shared/api/jobs.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { endpointQuery } from '../../api.ts'

const ASK_EVERY_MS = 30_000

/** Watches the ledger of runs, and asks for everything on the page anew once a run has finished; not while the page shows the past, which stays as it was. */
export function useLedger({ enabled }: { readonly enabled: boolean }): void {
  const queries = useQueryClient()
  const ledger = useQuery({
    ...endpointQuery(getJobRuns, { query: {} }),
    enabled,
    refetchInterval: ASK_EVERY_MS,
  })
  const finished = ledger.data?.data
    .flatMap(({ finished_at: at }) => (at === null ? [] : [at]))
    .toSorted()
    .at(-1)
  const seen = useRef(finished)
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== finished) {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== getJobRuns.path })
    }
    seen.current = finished
  }, [finished, queries])
}
