import { CallError } from '../../api.ts'

/** Why something that was asked for did not happen, in one sentence. */
export function refusalWords(error: Error): string {
  if (!(error instanceof CallError)) return error.message
  const { failure } = error
  switch (failure.kind) {
    case 'problem':
      return failure.problem.detail
    case 'network':
      return 'Oreline does not answer. Try again once it can be reached.'
    case 'mismatch':
      return 'the answer has an unknown shape. Reload the page.'
  }
}
