import { CallError } from '../api.ts'

/** Why something could not be done, in Oreline's own words where it refused. */
export const errorText = (error: Error) =>
  error instanceof CallError && error.failure.kind === 'problem'
    ? error.failure.problem.detail
    : error.message
