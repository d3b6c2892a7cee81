import { getReady } from '@oreline/shared/api/health.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CallError, endpointQuery } from '../api.ts'
import { FailureNotice } from './failure-notice.tsx'
import { Notice } from './notice.tsx'
import { useMomentText } from './use-moment-text.ts'

const ASK_EVERY_MS = 10_000

/** Asks Oreline all the time whether it is there, and says so when it is not, or when it works without the network. */
export function ConnectionNotice() {
  const momentText = useMomentText()
  const ready = useQuery({ ...endpointQuery(getReady, {}), refetchInterval: ASK_EVERY_MS, retry: false })
  const retry = () => void ready.refetch()
  if (ready.error instanceof CallError && ready.error.failure.kind === 'network') {
    return (
      <Notice
        tone="bad"
        title={
          ready.dataUpdatedAt === 0
            ? 'Oreline does not answer'
            : `Oreline has not answered since ${momentText(instantOf(ready.dataUpdatedAt), null)}`
        }
        actions={
          <Button size="compact-sm" variant="default" onClick={retry}>
            Ask now
          </Button>
        }
      >
        {navigator.onLine ? 'Is it still running?' : 'This browser is offline.'} The page asks again every ten
        seconds; what was loaded before stays.
      </Notice>
    )
  }
  if (ready.error !== null) {
    return <FailureNotice what="The state of Oreline" error={ready.error} olderShown onRetry={retry} />
  }
  if (ready.data?.data.offline !== true) return null
  return (
    <Notice tone="info" title="Oreline was started offline">
      No provider is asked (ORELINE_OFFLINE). What is stored is shown with its age.
    </Notice>
  )
}
