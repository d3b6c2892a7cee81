/** Small things the chart tests build on: days, series and the catalogue as the API hands it out. */
import { buildSessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { calendarsSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { eventSessions } from '@oreline/shared/domain/policy/event-session.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { linksOf } from '@oreline/shared/domain/policy/links.ts'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { currencyCodeSchema, instantSchema, tickerSchema } from '@oreline/shared/kernel/brand.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import calendars from '../../../migrations/seed/calendars.json'
import catalogue from '../../../migrations/seed/policy-events.json'
import { day } from '../../support/brands.ts'
import type { TimelinePoint, TimelineSeries } from '../../../web/charts/timeline.ts'

export const TODAY = day('2026-11-21')
const RECORDED = instantSchema.parse('2026-11-21T05:00:00Z')

function pointsOf(values: Readonly<Record<string, number | null>>): readonly TimelinePoint[] {
  return Object.entries(values).map(([date, value]) => ({
    date: day(date),
    value,
    status: 'final',
    source: 'starter',
    recordedAt: RECORDED,
    underReview: false,
  }))
}

export function seriesOf(ticker: string, values: Readonly<Record<string, number | null>>): TimelineSeries {
  return {
    ticker: tickerSchema.parse(ticker),
    name: ticker,
    calendar: 'XNYS',
    currency: currencyCodeSchema.parse('USD'),
    ink: { color: 'black', dash: null },
    points: pointsOf(values),
  }
}

const { XNYS, XASX, XSHG } = calendarsSchema.parse(calendars).calendars
/** The exchanges' sessions as seeded. */
export const indexes = {
  XNYS: buildSessionIndex(XNYS),
  XASX: buildSessionIndex(XASX),
  XSHG: buildSessionIndex(XSHG),
}
const events = policyEventsSchema.parse(catalogue)
const links = linksOf(events)
const unlinked = { supersedes: [], superseded_by: [], suspends: [], suspended_by: [], related: [] }

/** The whole catalogue with its state on that day. */
export function catalogueAt(today: IsoDate): readonly PolicyEventRow[] {
  return events.map((event) => ({
    ...event,
    state: stateAt(event, today),
    event_sessions: eventSessions(event, indexes),
    links: links.get(event.id) ?? unlinked,
    recorded_at: RECORDED,
    revision: 1,
    origin: 'seed',
  }))
}

/** One event of the catalogue; the test names an id that is there. */
export function eventOf(events: readonly PolicyEventRow[], id: string): PolicyEventRow {
  const event = events.find((candidate) => candidate.id === id)
  if (event === undefined) throw new Error(`no event ${id} in the catalogue`)
  return event
}
