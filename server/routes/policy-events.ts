import { getPolicyEvent, getPolicyEvents, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { eventSessions } from '@oreline/shared/domain/policy/event-session.ts'
import {
  eventIdSchema,
  policyEventSchema,
  type EventId,
  type PolicyEvent,
} from '@oreline/shared/domain/policy/event.ts'
import { policyEventMatcher } from '@oreline/shared/domain/policy/filter.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { linksOf, type PolicyLinks } from '@oreline/shared/domain/policy/links.ts'
import { isoDateSchema, type CalendarId, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import * as z from 'zod'
import { listReference, type ReferenceRow } from '../db/reference-rows.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { knownInstruments } from '../rows/known-instruments.ts'
import { worldDay } from '../rows/world-day.ts'
import { readRoute, type ReadContext } from '../read-route.ts'

const tokenSchema = z.tuple([isoDateSchema, eventIdSchema])
type Place = z.output<typeof tokenSchema>
type StoredEvent = { readonly row: ReferenceRow; readonly event: PolicyEvent }

export const policyEventRoutes = [
  readRoute(getPolicyEvents, { reads: ['reference'], changesWith: 'day' }, async ({ query }, context) => {
    const { ticker, limit } = query
    const after = keyOf(query.next, tokenSchema)
    if (ticker !== undefined) await knownInstruments(context.snapshot, ticker, 'ticker')
    const at = worldDay(query.at, context)
    const matches = policyEventMatcher(query, at)
    const catalogue = await listEvents(context)
    const events = catalogue
      .filter(({ event }) => matches(event))
      .filter(({ event }) => after === null || isAfter(placeOf(event), after))
    const page = events.slice(0, limit)
    const last = page.at(-1)
    return {
      data: await rowsOf(page, { at, catalogue }, context),
      meta: {
        sources: [...new Set(page.map(({ row }) => row.origin))],
        next: events.length > limit && last !== undefined ? tokenOf(placeOf(last.event)) : null,
      },
    }
  }),

  readRoute(
    getPolicyEvent,
    { reads: ['reference'], changesWith: 'day' },
    async ({ params, query }, context) => {
      const catalogue = await listEvents(context)
      const wanted = catalogue.filter(({ event }) => event.id === params.id)
      const [row] = await rowsOf(wanted, { at: worldDay(query.at, context), catalogue }, context)
      if (row === undefined)
        throw new AppError('unknown-event', `no such event: ${params.id}`, { parameter: 'id' })
      return { data: row, meta: { sources: [row.origin] } }
    },
  ),
]

/** The whole catalogue, ascending by announcement: the links of one event may stand in any other. */
async function listEvents({ snapshot, asOf }: ReadContext): Promise<readonly StoredEvent[]> {
  const rows = await listReference(snapshot, 'policy-event', { asOf })
  return rows
    .map((row) => ({ row, event: policyEventSchema.parse(row.body) }))
    .toSorted((a, b) => (isAfter(placeOf(a.event), placeOf(b.event)) ? 1 : -1))
}

const placeOf = ({ announced_date, id }: PolicyEvent): Place => [announced_date, id]

function isAfter([date, id]: Place, [otherDate, otherId]: Place): boolean {
  return date === otherDate ? id > otherId : date > otherDate
}

async function rowsOf(
  events: readonly StoredEvent[],
  { at, catalogue }: { readonly at: IsoDate; readonly catalogue: readonly StoredEvent[] },
  context: ReadContext,
): Promise<PolicyEventRow[]> {
  // An instant before the first start has neither events nor calendars.
  if (events.length === 0) return []
  const { sessions } = await context.calendars(context.snapshot, context.asOf)
  const links = linksOf(catalogue.map(({ event }) => event))
  return events.map((stored) => rowOf(stored, { at, sessions, links }))
}

function rowOf(
  { row, event }: StoredEvent,
  known: {
    readonly at: IsoDate
    readonly sessions: Readonly<Record<CalendarId, SessionIndex>>
    readonly links: ReadonlyMap<EventId, PolicyLinks>
  },
): PolicyEventRow {
  const links = known.links.get(event.id)
  if (links === undefined) throw new Error(`${event.id} is not of the catalogue its links were read from`)
  return {
    ...event,
    state: stateAt(event, known.at),
    event_sessions: eventSessions(event, known.sessions),
    links,
    recorded_at: row.recordedAt,
    revision: row.id,
    origin: row.origin,
  }
}
