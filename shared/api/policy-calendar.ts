/** What comes next, and what has passed without an outcome; as rows, as a calendar to subscribe to, and as a feed. */
import * as z from 'zod'
import { stageSchema } from '../domain/chain/stage.ts'
import { elementSymbolSchema } from '../domain/chain/element.ts'
import { calendarDateSchema, calendarKindSchema } from '../domain/policy/calendar-date.ts'
import { instrumentTypeSchema, jurisdictionSchema } from '../domain/policy/event.ts'
import { tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import {
  asOfParameter,
  atParameter,
  flagParameter,
  formatParameter,
  listParameter,
  wholeNumber,
} from './parameters.ts'

/** The filters that rows, calendar file and feed have in common. */
const eventFilters = {
  jurisdiction: listParameter(jurisdictionSchema).optional(),
  instrument: listParameter(instrumentTypeSchema).optional(),
  stage: listParameter(stageSchema).optional(),
  element: listParameter(elementSymbolSchema).optional(),
  ticker: listParameter(tickerSchema).optional(),
  context: flagParameter.optional().meta({ description: 'true: also background events, hidden by default' }),
}

const kindFilter = {
  kind: listParameter(calendarKindSchema).optional().meta({
    description: 'what the date is: of policy effective … expected, of companies results … payment',
  }),
}

const worldTime = { ...atParameter('the day from which to look ahead'), ...asOfParameter }

/** A century and more: the furthest date of the catalogue lies a decade ahead. */
const MOST_DAYS = 40_000
const daysFilter = {
  days: wholeNumber(0, MOST_DAYS)
    .optional()
    .meta({ description: 'only dates that begin within so many days of `at`; default: all' }),
}

export const getPolicyCalendar = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-calendar',
  tag: 'policy',
  summary:
    'Dates ahead, and all that passed without an outcome, of policy and of the companies, ascending by date',
  example: 'at=2026-11-21&days=30',
  query: z.object({
    ...daysFilter,
    ...worldTime,
    ...eventFilters,
    ...kindFilter,
    ...formatParameter,
  }),
  response: listOf(calendarDateSchema),
  columns: [
    'id',
    'event',
    'ticker',
    'title',
    'kind',
    'date',
    'last_day',
    'precision',
    'days_left',
    'passed_unconfirmed',
    'confidence',
    'basis',
    'note',
    'provision',
    'period',
    'latest.date',
    'source.name',
    'source.url',
    'source.date',
    'state.value',
    'recorded_at',
    'state.since',
    'state.unconfirmed',
    'jurisdiction',
    'instrument_type',
    'stages',
    'elements',
    'tickers',
    'context_only',
  ],
})

/** `GET /calendar.ics`, as a person who subscribes needs it, or pinned. `alarm`: days before each date on which a calendar reminds; absent: never. */
export const calendarFileQuery = z.strictObject({
  ...worldTime,
  ...daysFilter,
  ...eventFilters,
  ...kindFilter,
  alarm: listParameter(z.string().regex(/^([0-9]|[1-5][0-9]|60)$/, 'whole days from 0 to 60'))
    .optional()
    .meta({ description: 'remind so many days before, e.g. 1,7' }),
})
export type CalendarFileQuery = z.output<typeof calendarFileQuery>

/** `GET /feed.atom`: the newest events by when they were stored or changed. */
export const feedQuery = z.strictObject({
  ...worldTime,
  ...eventFilters,
  limit: wholeNumber(1, 500).default(100),
})
export type FeedQuery = z.output<typeof feedQuery>
