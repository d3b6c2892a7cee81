import { Button } from '@mantine/core'
import { CallError } from '../../../api.ts'
import { errorText } from '../../../ui/error-text.ts'
import { Notice } from '../../../ui/notice.tsx'

export type ImportRefusedProps = {
  /** What was to be changed: `The catalogue`. */
  readonly what: string
  /** null: nothing was refused. */
  readonly error: Error | null
  readonly onLookAgain: () => void
}

/** Why nothing was taken in: somebody was quicker, or Oreline says what is wrong. */
export function ImportRefused({ what, error, onLookAgain }: ImportRefusedProps) {
  if (error === null) return null
  const isOutdated = isConflict(error)
  return (
    <Notice
      tone={isOutdated ? 'warn' : 'bad'}
      title={isOutdated ? `${what} has changed since you looked` : 'Nothing was taken in'}
      actions={
        <Button size="compact-sm" variant="default" onClick={onLookAgain}>
          Look again
        </Button>
      }
    >
      {isOutdated ? 'Nothing was taken in. Look at the changes once more.' : errorText(error)}
    </Notice>
  )
}

const isConflict = (error: Error) =>
  error instanceof CallError &&
  error.failure.kind === 'problem' &&
  error.failure.problem.code === 'edit-conflict'
