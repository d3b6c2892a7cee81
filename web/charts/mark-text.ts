/** What a mark says in words: on its card, to a screen reader, in the table. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import {
  formatDated,
  jurisdictionWords,
  scheduledWords,
  stateWords,
  unconfirmedClause,
} from '../ui/policy-words.ts'
import { formatDay } from '../ui/format.ts'
import type { EventMark } from './event-mark.ts'

/** The date as exactly as it is known: `9 Oct 2025`, `Mar 2026`, `about 31 Dec 2026`. */
export function markDate({ date, precision }: EventMark): string {
  return precision === 'approximate' ? `about ${formatDay(date)}` : formatDated(date, precision)
}

/** What the date is of the event; null for its announcement. */
export function markOccasion({ role, dates }: EventMark): string | null {
  if (role === 'announced') return null
  const kinds = [...new Set(dates.map(({ kind }) => scheduledWords[kind]))].join(', ')
  return role === 'unconfirmed' ? `${kinds}: passed, outcome unconfirmed` : `${kinds}: scheduled`
}

/** Where the event stands: `Suspended since 7 Nov 2025, pause ended 10 Nov 2026, outcome unconfirmed`. */
export function eventStateText(event: PolicyEventRow, today: IsoDate): string {
  const { state } = event
  if (state === null) return 'Not yet public'
  const clause = unconfirmedClause(state, event, today)
  const since = `${stateWords[state.value]} since ${formatDay(state.since)}`
  return clause === null ? since : `${since}, ${clause}`
}

/** One sentence for a screen reader: date, jurisdiction, title, occasion, state. */
export function markLabel(mark: EventMark, today: IsoDate): string {
  const occasion = markOccasion(mark)
  const parts = [
    markDate(mark),
    jurisdictionWords(mark.event.jurisdiction),
    mark.event.title,
    ...(occasion === null ? [] : [occasion]),
    eventStateText(mark.event, today),
  ]
  return parts.join('. ')
}
