import { CallError } from '../../../api.ts'
import { Notice } from '../../../ui/notice.tsx'
import { formatBytes, MOST_BYTES } from './file-text.ts'

export type ImportFailureProps = {
  readonly error: Error
  /** What was refused is shown at its fields already. */
  readonly isOfFields: boolean
}

/** Why a check or an import came to nothing; nothing was written. */
export function ImportFailure({ error, isOfFields }: ImportFailureProps) {
  const { title, detail } = explain(error)
  return (
    <Notice tone="bad" title={`Nothing was written: ${title}`}>
      {isOfFields ? 'What was refused stands at its fields above.' : detail}
    </Notice>
  )
}

function explain(error: Error): { readonly title: string; readonly detail: string } {
  if (!(error instanceof CallError))
    return { title: 'something went wrong on the page', detail: error.message }
  const { failure } = error
  switch (failure.kind) {
    case 'network':
      return {
        title: navigator.onLine ? 'Oreline does not answer' : 'this browser is offline',
        detail: 'The form is kept. Try again once Oreline can be reached.',
      }
    case 'problem':
      if (failure.problem.status === 413)
        return {
          title: 'the file is too large',
          detail: `At most ${formatBytes(MOST_BYTES)} are taken in at once. Split it by years.`,
        }
      return { title: failure.problem.title, detail: failure.problem.detail }
    case 'mismatch':
      return {
        title: 'the answer has an unknown shape',
        detail: 'Oreline has probably been updated while this page was open. Reload the page.',
      }
  }
}
