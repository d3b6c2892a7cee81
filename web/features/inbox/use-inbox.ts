import { getCandidate, getInbox, getInboxCounts, type Candidate } from '@oreline/shared/api/inbox.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endpointQuery } from '../../api.ts'
import type { InboxView } from './inbox-view.ts'

const ASK_EVERY_MS = 30_000
const AT_ONCE = 50
const MOST = 500

/** What the screen shows: the list as the address asks for it, how much there is, and how the sources do. */
export function useInbox(view: InboxView) {
  const { state, source, q, from, to, candidate } = view
  const [limit, setLimit] = useState(AT_ONCE)
  const query = {
    state,
    source: source ?? undefined,
    q: q ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
    limit,
  }
  const list = useQuery({
    ...endpointQuery(getInbox, { query }),
    refetchInterval: ASK_EVERY_MS,
    placeholderData: keepPreviousData,
  })
  const counts = useQuery({
    ...endpointQuery(getInboxCounts, { query: {} }),
    refetchInterval: ASK_EVERY_MS,
  })
  const sources = useQuery({ ...endpointQuery(getSources, { query: {} }), refetchInterval: ASK_EVERY_MS })
  const listed = list.data?.data ?? []
  const chosen = candidate === null ? null : Number(candidate)
  const isElsewhere = chosen !== null && list.isSuccess && !listed.some(({ id }) => id === chosen)
  // One that a link names is shown, though it has been decided since or lies further down.
  const single = useQuery({
    ...endpointQuery(getCandidate, { params: { id: chosen ?? 1 }, query: {} }),
    enabled: isElsewhere,
    retry: false,
  })
  const linked: readonly Candidate[] =
    isElsewhere && single.data !== undefined && single.data.data.id === chosen ? [single.data.data] : []
  return {
    list,
    counts,
    sources,
    candidates: [...linked, ...listed],
    chosen,
    more: list.data?.meta.next != null && limit < MOST ? () => setLimit(limit + AT_ONCE) : null,
  }
}
