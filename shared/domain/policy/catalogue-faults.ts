/** What is wrong with events of a catalogue, alone and among each other: laws that the schema of one event cannot state. */
import type { EventId, PolicyEvent } from './event.ts'
import { faultsWithin, linksFrom, linksOf } from './event-faults.ts'
import type { EventFault, FieldFault } from './event-faults.ts'

/**
 * What an edit is refused by: everything wrong with `event` as it would stand in `catalogue` (in any order; an event of
 * the same id there is the one it replaces). That the other side of a supersession is not written yet is no fault of an
 * edit: whoever writes the event writes the counterpart too (supersession.ts).
 */
export function eventFaults(event: PolicyEvent, catalogue: Iterable<PolicyEvent>): readonly EventFault[] {
  const known = catalogueOf([...catalogue, event])
  return named(event, [...faultsWithin(event), ...linkFaults(event, known), ...circleFaults(event, known)])
}

/** Everything wrong with a whole catalogue, event by event in its order; supersession must stand on both sides. */
export function catalogueFaults(events: readonly PolicyEvent[]): readonly EventFault[] {
  const known = catalogueOf(events)
  const seen = new Set<EventId>()
  return events.flatMap((event) => {
    const twice = seen.has(event.id) ? [{ field: 'id', why: 'another event has this id' }] : []
    seen.add(event.id)
    return named(event, [
      ...twice,
      ...faultsWithin(event),
      ...linkFaults(event, known),
      ...oneSidedFaults(event, known),
      ...circleFaults(event, known),
    ])
  })
}

type Catalogue = {
  readonly events: ReadonlyMap<EventId, PolicyEvent>
  readonly older: ReadonlyMap<EventId, readonly EventId[]>
}

function catalogueOf(events: Iterable<PolicyEvent>): Catalogue {
  const byId = new Map<EventId, PolicyEvent>()
  for (const event of events) byId.set(event.id, event)
  return { events: byId, older: olderOf(byId.values()) }
}

const named = ({ id }: PolicyEvent, faults: readonly FieldFault[]): EventFault[] =>
  faults.map((fault) => ({ id, ...fault }))

function linkFaults(event: PolicyEvent, { events }: Catalogue): FieldFault[] {
  return linksOf(event).flatMap(({ field, to }) =>
    events.has(to) ? [] : [{ field, why: `the catalogue has no event ${to}` }],
  )
}

function oneSidedFaults(event: PolicyEvent, { events }: Catalogue): FieldFault[] {
  const missing = (side: 'supersedes' | 'superseded_by', other: 'supersedes' | 'superseded_by') =>
    linksFrom(event, side).flatMap(({ field, to }) => {
      const counterpart = events.get(to)
      return counterpart === undefined || counterpart[other].includes(event.id)
        ? []
        : [{ field, why: `${to} does not name it in ${other}` }]
    })
  return [...missing('supersedes', 'superseded_by'), ...missing('superseded_by', 'supersedes')]
}

/** A supersession that leads back to the event it starts from, over however many others; a link to itself is told elsewhere. */
function circleFaults(event: PolicyEvent, { older }: Catalogue): FieldFault[] {
  const through = 'directly or through others'
  const before = allOlder(event.id, older)
  return [
    ...linksFrom(event, 'supersedes')
      .filter(({ to }) => to !== event.id && allOlder(to, older).has(event.id))
      .map(({ field, to }) => ({ field, why: `${to} supersedes this event, ${through}` })),
    ...linksFrom(event, 'superseded_by')
      .filter(({ to }) => to !== event.id && before.has(to))
      .map(({ field, to }) => ({ field, why: `this event supersedes ${to}, ${through}` })),
  ]
}

/** All that the event supersedes, itself among them where a circle leads back to it. */
function allOlder(id: EventId, older: Catalogue['older']): ReadonlySet<EventId> {
  const found = new Set<EventId>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of older.get(next) ?? []) {
      if (found.has(one)) continue
      found.add(one)
      open.push(one)
    }
  }
  return found
}

/** What each event supersedes, by whichever of the two says so. */
function olderOf(events: Iterable<PolicyEvent>): Catalogue['older'] {
  const older = new Map<EventId, EventId[]>()
  const note = (newer: EventId, one: EventId) => older.set(newer, [...(older.get(newer) ?? []), one])
  for (const event of events) {
    for (const one of event.supersedes) note(event.id, one)
    for (const newer of event.superseded_by) note(newer, event.id)
  }
  return older
}
