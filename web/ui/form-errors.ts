/** What is wrong with a form, by the dotted paths under which Oreline names its fields. */
import type * as z from 'zod'
import { CallError } from '../api.ts'

/** The first thing wrong with each field. */
export type FieldErrors = Readonly<Record<string, string>>

/** The issues of a schema in the words of a form. */
export const issueErrors = (error: z.ZodError): FieldErrors =>
  firstOfEach(error.issues.map((issue) => [issue.path.map(String).join('.'), issueWords(issue)]))

function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'At least one is needed' : 'Fill this in'
  if (issue.code === 'too_big')
    return `At most ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'}`
  if (issue.code === 'invalid_value') return 'Choose one'
  if (issue.code === 'invalid_type')
    return issue.expected === 'number' ? 'A number, without thousands separators' : 'Fill this in'
  const words = issue.code === 'invalid_format' ? formatWords[issue.format] : undefined
  return words ?? sentence(issue.message)
}

const formatWords: Readonly<Record<string, string>> = {
  date: 'A day',
  datetime: 'A moment in UTC, such as 2025-11-07T10:00:00Z',
}

export const firstOfEach = (told: readonly (readonly [string, string])[]): FieldErrors =>
  // Backwards twice: the first thing said of a field stays, in the order in which fields were named.
  Object.fromEntries(Object.entries(Object.fromEntries(told.toReversed())).toReversed())

export const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What is wrong with a field as a whole or with an entry of its list, the field itself first. */
export function errorUnder(errors: FieldErrors, path: string): string | null {
  const own = errors[path]
  if (own !== undefined) return own
  const below = Object.entries(errors).find(([name]) => name.startsWith(`${path}.`))
  return below?.[1] ?? null
}

/** What Oreline refused of a body, by field; empty: the refusal is of no field. */
export function refusedFields(error: Error): FieldErrors {
  if (!(error instanceof CallError) || error.failure.kind !== 'problem') return {}
  const { errors = [] } = error.failure.problem
  return firstOfEach(errors.map(({ parameter, detail }) => [parameter, sentence(detail)]))
}
