/** The filters of the calendar: which names each can take, and how many dates each name would leave. */
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { calendarMatcher } from '@oreline/shared/domain/policy/calendar-filter.ts'
import { filterOf, type CalendarView } from './calendar-view.ts'

export const facetNames = ['ticker', 'jurisdiction', 'instrument', 'stage', 'element'] as const
export type FacetName = (typeof facetNames)[number]

/** `count`: dates it would show with the other filters as they are. */
export type FacetOption = { readonly name: string; readonly count: number; readonly chosen: boolean }

/** Most frequent first; a name without dates is left out unless it is chosen, so that a choice can be taken back. */
export function facetOptions(
  facet: FacetName,
  dates: readonly CalendarDate[],
  view: CalendarView,
): readonly FacetOption[] {
  const counts = new Map<string, number>()
  const others = dates.filter(calendarMatcher({ ...filterOf(view), [facet]: undefined }))
  for (const name of others.flatMap((date) => namesIn(facet, date)))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  const chosen: readonly string[] = view[facet]
  for (const name of chosen) if (!counts.has(name)) counts.set(name, 0)
  return [...counts]
    .toSorted(([a, m], [b, n]) => (n === m ? (a < b ? -1 : 1) : n - m))
    .map(([name, count]) => ({ name, count, chosen: chosen.includes(name) }))
}

/** Whether anything narrows the calendar. */
export const isNarrowed = (view: CalendarView): boolean =>
  view.about !== 'all' || facetNames.some((facet) => view[facet].length > 0)

function namesIn(facet: FacetName, date: CalendarDate): readonly string[] {
  switch (facet) {
    case 'ticker':
      return date.tickers
    case 'jurisdiction':
      return date.jurisdiction === null ? [] : [date.jurisdiction]
    case 'instrument':
      return date.instrument_type === null ? [] : [date.instrument_type]
    case 'stage':
      return date.stages
    case 'element':
      return date.elements
  }
}
