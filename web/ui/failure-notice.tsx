import { Button } from '@mantine/core'
import { CallError } from '../api.ts'
import { Notice } from './notice.tsx'

export type FailureNoticeProps = {
  /** What could not be shown: `The prices`. */
  readonly what: string
  readonly error: Error
  /** Whether older data stay on the page. */
  readonly olderShown: boolean
  readonly onRetry: () => void
}

/** Tells apart that nobody answered, that Oreline refused and why, and that page and server are of different versions. */
export function FailureNotice({ what, error, olderShown, onRetry }: FailureNoticeProps) {
  const { title, detail, reload } = explain(error)
  return (
    <Notice
      tone="bad"
      title={`${what} could not be loaded: ${title}`}
      actions={
        <Button size="compact-sm" variant="default" onClick={reload ? () => location.reload() : onRetry}>
          {reload ? 'Reload the page' : 'Try again'}
        </Button>
      }
    >
      {detail} {olderShown ? 'What was loaded before is still shown.' : null}
    </Notice>
  )
}

function explain(error: Error): { title: string; detail: string; reload: boolean } {
  if (!(error instanceof CallError))
    return { title: 'something went wrong on the page', detail: error.message, reload: true }
  const { failure } = error
  switch (failure.kind) {
    case 'network':
      return {
        title: 'Oreline does not answer',
        detail: navigator.onLine
          ? 'Is it still running? The page keeps asking.'
          : 'This browser is offline, and Oreline cannot be reached.',
        reload: false,
      }
    case 'problem':
      return { title: failure.problem.title, detail: failure.problem.detail, reload: false }
    case 'mismatch':
      return {
        title: 'the answer has an unknown shape',
        detail: `Oreline has probably been updated while this page was open. Please reload. (${failure.detail})`,
        reload: true,
      }
  }
}
