import { getPolicyEvent, getPolicyEvents, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { eventSessions } from '@oreline/shared/domain/policy/event-session.ts'
import { eventIdSchema, policyEventSchema, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { policyEventMatcher } from '@oreline/shared/domain/policy/filter.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { isoDateSchema, type CalendarId, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import * as z from 'zod'
import { listReference, type ReferenceRow } from '../db/reference-rows.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { knownInstruments } from '../rows/known-instruments.ts'
import { readRoute, type ReadContext } from '../read-route.ts'

const tokenSchema = z.tuple([isoDateSchema, eventIdSchema])
type Place = z.output<typeof tokenSchema>
type StoredEvent = { readonly row: ReferenceRow; readonly event: PolicyEvent }

export const policyEventRoutes = [
  readRoute(getPolicyEvents, { reads: ['reference'], changesWith: 'day' }, async ({ query }, context) => {
    const { ticker, limit } = query
    const after = keyOf(query.next, tokenSchema)
    if (ticker !== undefined) await knownInstruments(context.snapshot, ticker, 'ticker')
    const at = worldTime(query.at, context)
    const matches = policyEventMatcher(query, at)
    const events = (await listEvents(context))
      .filter(({ event }) => matches(event))
      .filter(({ event }) => after === null || isAfter(placeOf(event), after))
    const page = events.slice(0, limit)
    const last = page.at(-1)
    return {
      data: await rowsOf(page, at, context),
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
      const events = await listEvents(context, params.id)
      const [row] = await rowsOf(events, worldTime(query.at, context), context)
      if (row === undefined)
        throw new AppError('unknown-event', `no such event: ${params.id}`, { parameter: 'id' })
      return { data: row, meta: { sources: [row.origin] } }
    },
  ),
]

/** Without `at`, the day of the system time asked for: what is pinned by `as_of` does not change with the calendar. */
function worldTime(at: IsoDate | undefined, { asOf, now }: ReadContext): IsoDate {
  return at ?? isoDateSchema.parse((asOf ?? now).slice(0, 10))
}

/** The catalogue, or one event of it, ascending by announcement. */
async function listEvents({ snapshot, asOf }: ReadContext, key?: string): Promise<readonly StoredEvent[]> {
  const rows = await listReference(snapshot, 'policy-event', { asOf, ...(key === undefined ? {} : { key }) })
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
  at: IsoDate,
  context: ReadContext,
): Promise<PolicyEventRow[]> {
  // An instant before the first start has neither events nor calendars.
  if (events.length === 0) return []
  const { sessions } = await context.calendars(context.snapshot, context.asOf)
  return events.map((stored) => rowOf(stored, at, sessions))
}

function rowOf(
  { row, event }: StoredEvent,
  at: IsoDate,
  sessions: Readonly<Record<CalendarId, SessionIndex>>,
): PolicyEventRow {
  return {
    ...event,
    state: stateAt(event, at),
    event_sessions: eventSessions(event, sessions),
    recorded_at: row.recordedAt,
    revision: row.id,
    origin: row.origin,
  }
}
