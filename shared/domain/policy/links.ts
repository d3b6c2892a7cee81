/**
 * How the events of a catalogue hang together, read both ways: where one says that it suspends, supersedes or belongs to
 * another, the other says so too, whichever of the two records it.
 */
import * as z from 'zod'
import { eventIdSchema } from './event.ts'
import type { EventId, PolicyEvent } from './event.ts'
import type { PolicyStepStatus } from './status.ts'

/** Other events of the catalogue, each list ascending by announcement; one that fits a closer word is not `related`. */
export const policyLinksSchema = z.object({
  supersedes: z.array(eventIdSchema),
  superseded_by: z.array(eventIdSchema),
  /** What this event paused, at whatever time: whether the pause lasts is told by the other's state. */
  suspends: z.array(eventIdSchema),
  suspended_by: z.array(eventIdSchema),
  related: z.array(eventIdSchema),
})
export type PolicyLinks = z.infer<typeof policyLinksSchema>

type LinkName = keyof PolicyLinks

/** What a step says of the event that caused it; a step of another kind says that the two are related. */
const linkOfStep: Readonly<Partial<Record<PolicyStepStatus, LinkName>>> = {
  suspended: 'suspended_by',
  superseded: 'superseded_by',
}

/** What the other event says of a link. */
const mirrored = {
  supersedes: 'superseded_by',
  superseded_by: 'supersedes',
  suspends: 'suspended_by',
  suspended_by: 'suspends',
  related: 'related',
} as const satisfies Record<LinkName, LinkName>

/** The links of every event of the catalogue, by id. A name that is no event of it, or the event's own, is no link. */
export function linksOf(catalogue: readonly PolicyEvent[]): ReadonlyMap<EventId, PolicyLinks> {
  const found = new Map(catalogue.map(({ id }) => [id, noLinks()]))
  for (const event of catalogue) {
    for (const { name, to } of linksTold(event)) {
      if (to === event.id) continue
      const [own, other] = [found.get(event.id), found.get(to)]
      if (own === undefined || other === undefined) continue
      own[name].add(to)
      other[mirrored[name]].add(event.id)
    }
  }
  const places = placesOf(catalogue)
  return new Map([...found].map(([id, links]) => [id, written(links, places)]))
}

type FoundLinks = Record<LinkName, Set<EventId>>

const noLinks = (): FoundLinks => ({
  supersedes: new Set(),
  superseded_by: new Set(),
  suspends: new Set(),
  suspended_by: new Set(),
  related: new Set(),
})

type LinkTold = { readonly name: LinkName; readonly to: EventId }

/** The links one event records: its lists, and what its steps name as their cause. */
function linksTold(event: PolicyEvent): readonly LinkTold[] {
  const lists = (['supersedes', 'superseded_by', 'related'] as const).flatMap((name) =>
    event[name].map((to) => ({ name, to })),
  )
  const causes = event.status_history.flatMap(({ status, related: to }): LinkTold[] =>
    to === null ? [] : [{ name: linkOfStep[status] ?? 'related', to }],
  )
  return [...lists, ...causes]
}

function placesOf(catalogue: readonly PolicyEvent[]): ReadonlyMap<EventId, number> {
  const ordered = catalogue.toSorted((a, b) =>
    a.announced_date === b.announced_date
      ? a.id < b.id
        ? -1
        : 1
      : a.announced_date < b.announced_date
        ? -1
        : 1,
  )
  return new Map(ordered.map(({ id }, place) => [id, place]))
}

function written(found: FoundLinks, places: ReadonlyMap<EventId, number>): PolicyLinks {
  const inOrder = (ids: Iterable<EventId>) =>
    [...ids].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  const { related, ...closer } = found
  const told = new Set(Object.values(closer).flatMap((ids) => [...ids]))
  return {
    supersedes: inOrder(closer.supersedes),
    superseded_by: inOrder(closer.superseded_by),
    suspends: inOrder(closer.suspends),
    suspended_by: inOrder(closer.suspended_by),
    related: inOrder([...related].filter((id) => !told.has(id))),
  }
}
