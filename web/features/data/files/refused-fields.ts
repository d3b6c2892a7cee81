import { CallError } from '../../../api.ts'
import { fieldAt, type DraftErrors, type DraftField } from './import-draft.ts'

/** What Oreline refused, by field; empty: the refusal is of no field of the form. */
export function refusedFields(error: Error): DraftErrors {
  if (!(error instanceof CallError) || error.failure.kind !== 'problem') return {}
  const { parameter, detail, errors = [] } = error.failure.problem
  const told = errors.length > 0 || parameter === undefined ? errors : [{ parameter, detail }]
  const byField: Partial<Record<DraftField, string>> = {}
  for (const one of told) {
    const field = fieldAt(one.parameter)
    if (field !== null) byField[field] ??= one.detail
  }
  return byField
}
