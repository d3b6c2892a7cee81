import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { policyStateValueSchema } from '@oreline/shared/domain/policy/status.ts'
import { instrumentWords, jurisdictionWords } from '../../ui/policy-words.ts'
import type { SortColumn, SortOrder } from './view.ts'

const keys: Readonly<Record<SortColumn, (event: PolicyEventRow) => string>> = {
  date: ({ announced_date }) => announced_date,
  where: ({ jurisdiction }) => jurisdictionWords(jurisdiction),
  kind: ({ instrument_type }) => instrumentWords[instrument_type],
  title: ({ title }) => title,
  // By the order of an event's life; not public comes first.
  state: ({ state }) => String(state === null ? 0 : 1 + policyStateValueSchema.options.indexOf(state.value)),
}

/** By one column; among equals the newest first. */
export function sortEvents(
  events: readonly PolicyEventRow[],
  { column, down }: SortOrder,
): readonly PolicyEventRow[] {
  const key = keys[column]
  return events.toSorted((a, b) => {
    const order = compare(key(a), key(b))
    if (order !== 0) return down ? -order : order
    return compare(b.announced_date, a.announced_date)
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
