/** The filters of the catalogue: which names each can take and how many events each name would leave. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { elementSymbolSchema, rareEarthSchema } from '@oreline/shared/domain/chain/element.ts'
import { stageSchema } from '@oreline/shared/domain/chain/stage.ts'
import { instrumentTypeSchema } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { policyStateValueSchema } from '@oreline/shared/domain/policy/status.ts'
import { policyEventMatcher, type PolicyEventFilter } from '@oreline/shared/domain/policy/filter.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { TimelineView } from './view.ts'

/** The part of the view that decides which events are shown. */
type Filter = Pick<TimelineView, FacetName | 'context'>

export const facetNames = ['jurisdiction', 'instrument', 'stage', 'element', 'status'] as const
export type FacetName = (typeof facetNames)[number]

/** One name of a filter. `count`: events it would show with the other filters as they are. */
export type FacetOption = { readonly name: string; readonly count: number; readonly chosen: boolean }

/** The events the view shows, in the order given; `at` is the day on which their state is read. */
export function matchingEvents(
  events: readonly PolicyEventRow[],
  view: Filter,
  at: IsoDate,
): readonly PolicyEventRow[] {
  return events.filter(policyEventMatcher(filterOf(view), at))
}

/**
 * The options of one filter. Jurisdictions come most frequent first, the rest in the order of their field; a name
 * without events is left out unless it is chosen, so that a choice can always be taken back.
 */
export function facetOptions(
  facet: FacetName,
  events: readonly PolicyEventRow[],
  view: Filter,
  at: IsoDate,
): readonly FacetOption[] {
  const others = events.filter(policyEventMatcher({ ...filterOf(view), [facet]: undefined }, at))
  const counts = new Map<string, number>()
  for (const name of others.flatMap((event) => namesIn(facet, event, at))) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const chosen: readonly string[] = view[facet]
  const options = [...new Set([...orderOf(facet, counts), ...chosen])].map((name) => ({
    name,
    count: counts.get(name) ?? 0,
    chosen: chosen.includes(name),
  }))
  return options.filter((option) => option.count > 0 || option.chosen)
}

/** Whether any filter narrows the catalogue. */
export const isFiltered = (view: Filter) => facetNames.some((facet) => view[facet].length > 0)

function filterOf({ jurisdiction, instrument, stage, element, status, context }: Filter): PolicyEventFilter {
  return {
    jurisdiction: chosenOf(jurisdiction),
    instrument: chosenOf(instrument),
    stage: chosenOf(stage),
    element: chosenOf(element),
    status: chosenOf(status),
    context,
  }
}

const chosenOf = <T>(names: readonly T[]) => (names.length === 0 ? undefined : names)

function namesIn(facet: FacetName, event: PolicyEventRow, at: IsoDate): readonly string[] {
  switch (facet) {
    case 'jurisdiction':
      return [event.jurisdiction]
    case 'instrument':
      return [event.instrument_type]
    case 'stage':
      return event.stages
    case 'element':
      return event.elements
    case 'status': {
      const state = stateAt(event, at)
      return state === null ? [] : [state.value]
    }
  }
}

function orderOf(facet: FacetName, counts: ReadonlyMap<string, number>): readonly string[] {
  switch (facet) {
    case 'jurisdiction':
      return [...counts]
        .toSorted(([a, m], [b, n]) => (n === m ? (a < b ? -1 : 1) : n - m))
        .map(([name]) => name)
    case 'instrument':
      return instrumentTypeSchema.options
    case 'stage':
      return stageSchema.options
    case 'element':
      return [...rareEarthSchema.options, ...elementSymbolSchema.options]
    case 'status':
      return policyStateValueSchema.options
  }
}
