import { VisuallyHidden } from '@mantine/core'
import { getInboxCounts } from '@oreline/shared/api/inbox.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../api.ts'
import { formatCount } from './format.ts'
import classes from './inbox-badge.module.css'

const ASK_EVERY_MS = 60_000

/** How many candidates await a decision; nothing where there are none, or where that is not known. */
export function InboxBadge() {
  const { data } = useQuery({
    ...endpointQuery(getInboxCounts, { query: {} }),
    refetchInterval: ASK_EVERY_MS,
  })
  const open = data?.data.open ?? 0
  if (open === 0) return null
  return (
    <>
      {' '}
      <span className={classes['badge']}>{formatCount(open)}</span>
      <VisuallyHidden> open</VisuallyHidden>
    </>
  )
}
