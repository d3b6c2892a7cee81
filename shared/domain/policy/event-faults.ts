/** What is wrong with an event whatever else the catalogue holds: dates that run backwards, names given twice, links to itself. */
import type { IsoDate } from '../../kernel/brand.ts'
import { isAfter } from '../../kernel/instant.ts'
import { dateIn } from '../calendar/wall-clock.ts'
import { announcerZone } from './announcer-zone.ts'
import type { DatePrecision, EventId, PolicyEvent } from './event.ts'

/** One thing wrong with one event. `field` is a dotted path within the event: `end_date`, `status_history.2.date`. */
export type EventFault = { readonly id: EventId; readonly field: string; readonly why: string }

/** A fault before it is known whose it is. */
export type FieldFault = Omit<EventFault, 'id'>

/** In the order of the event's fields; none: the event agrees with itself. */
export function faultsWithin(event: PolicyEvent): readonly FieldFault[] {
  return [
    ...announcementFaults(event),
    ...spanFaults(event),
    ...stepFaults(event),
    ...repeatFaults(event),
    ...event.provisions.flatMap((_, place) => provisionFaults(event, place)),
    ...linksOf(event)
      .filter(({ to }) => to === event.id)
      .map(({ field }) => ({ field, why: 'an event cannot be linked to itself' })),
  ]
}

/** Another event that an event names. `field` is the dotted path at which it does. */
type Link = { readonly field: string; readonly to: EventId }

/** What it supersedes or is superseded by, as it says itself. */
export const linksFrom = (event: PolicyEvent, side: 'supersedes' | 'superseded_by'): Link[] =>
  event[side].map((to, place) => ({ field: `${side}.${place}`, to }))

/** Every event it names, in the order of its fields. */
export function linksOf(event: PolicyEvent): Link[] {
  return [
    ...linksFrom(event, 'supersedes'),
    ...linksFrom(event, 'superseded_by'),
    ...event.related.map((to, place) => ({ field: `related.${place}`, to })),
    ...event.status_history.flatMap(({ related: to }, place) =>
      to === null ? [] : [{ field: `status_history.${place}.related`, to }],
    ),
  ]
}

/** The first day of the span a date of that precision stands for; null: any day may be written. */
const firstDayEnding: Readonly<Record<DatePrecision, string | null>> = {
  day: null,
  month: '-01',
  year: '-01-01',
  'on-or-before': null,
}

function announcementFaults(event: PolicyEvent): FieldFault[] {
  const { announced_date: date, announced_from: from, announced_to: to, date_precision: precision } = event
  const ending = firstDayEnding[precision]
  const faults: FieldFault[] = []
  if (ending !== null && !date.endsWith(ending))
    faults.push({ field: 'announced_date', why: `with the precision ${precision} it is the first day of it` })
  if (event.announced_time !== null && event.announced_tz === null)
    faults.push({ field: 'announced_tz', why: 'an hour needs the time zone it was read in' })
  if (from === null && to === null) return faults
  if (from === null) return [...faults, { field: 'announced_from', why: 'the later bound stands alone' }]
  if (to === null) return [...faults, { field: 'announced_to', why: 'the earlier bound stands alone' }]
  if (isAfter(from, to)) return [...faults, { field: 'announced_to', why: 'lies before announced_from' }]
  if (precision === 'month' || precision === 'year')
    return [...faults, { field: 'announced_from', why: `bounds need a known day, not a ${precision}` }]
  const zone = event.announced_tz ?? announcerZone(event.jurisdiction)
  const misses = zone !== null && (date < dateIn(zone, from) || date > dateIn(zone, to))
  return misses
    ? [...faults, { field: 'announced_from', why: `the bounds are of another day than ${date} in ${zone}` }]
    : faults
}

function spanFaults(event: PolicyEvent): FieldFault[] {
  const { announced_date: announced, effective_date: start, end_date: end } = event
  const { suspended_from: pausedFrom, suspended_until: pausedUntil } = event
  return [
    ...notBefore('end_date', end, start ?? announced, start === null ? 'its announcement' : 'its start'),
    ...pauseFaults('suspended_until', pausedFrom, pausedUntil, announced),
    ...notAfter('suspended_from', pausedFrom, end),
    ...notBefore('expected_date', event.expected_date, announced, 'its announcement'),
  ]
}

function stepFaults({ status_history: steps }: PolicyEvent): FieldFault[] {
  let latest: IsoDate | null = null
  return steps.flatMap(({ date }, place) => {
    const faults = notBefore(`status_history.${place}.date`, date, latest, 'the step before it')
    if (date !== null && faults.length === 0) latest = date
    return faults
  })
}

function repeatFaults(event: PolicyEvent): FieldFault[] {
  const lists: readonly (readonly [field: string, names: readonly string[], key?: string])[] = [
    ['supersedes', event.supersedes],
    ['superseded_by', event.superseded_by],
    ['related', event.related],
    ['counterpart_jurisdictions', event.counterpart_jurisdictions],
    ['stages', event.stages],
    ['elements', event.elements],
    ['tickers', event.tickers.map(({ ticker }) => ticker), 'ticker'],
    ['companies', event.companies],
    ['provisions', event.provisions.map(({ id }) => id), 'id'],
  ]
  return lists.flatMap(([field, names, key]) =>
    names.flatMap((name, place) =>
      names.indexOf(name) === place
        ? []
        : [{ field: [field, place, ...(key === undefined ? [] : [key])].join('.'), why: `${name} twice` }],
    ),
  )
}

function provisionFaults(event: PolicyEvent, place: number): FieldFault[] {
  const provision = event.provisions[place]
  if (provision === undefined) return []
  const { effective_date: start, suspended_from: pausedFrom, suspended_until: pausedUntil } = provision
  const field = `provisions.${place}`
  return [
    ...notAfter(`${field}.effective_date`, start, event.end_date),
    ...notAfter(`${field}.suspended_from`, pausedFrom, event.end_date),
    ...pauseFaults(`${field}.suspended_until`, pausedFrom, pausedUntil, event.announced_date),
  ]
}

/** A pause whose first day is unknown cannot have ended before there was anything to pause. */
const pauseFaults = (field: string, from: IsoDate | null, until: IsoDate | null, announced: IsoDate) =>
  from === null
    ? notBefore(field, until, announced, 'its announcement')
    : notBefore(field, until, from, 'the first day of the pause')

function notBefore(field: string, date: IsoDate | null, first: IsoDate | null, of: string): FieldFault[] {
  return date === null || first === null || date >= first
    ? []
    : [{ field, why: `${date} lies before ${of}, ${first}` }]
}

function notAfter(field: string, date: IsoDate | null, end: IsoDate | null): FieldFault[] {
  return date === null || end === null || date <= end
    ? []
    : [{ field, why: `${date} lies after the end of the act, ${end}` }]
}
