import * as z from 'zod'
import { sourceStateSchema } from '../domain/health/state.ts'
import { calendarIdSchema, instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/**
 * How one price series does. `source`: whose bar is the newest final one, of `newest_session`. `preferred`: whom the
 * operator (`chosen`) or the usual order puts first; another live `source` than that is a fallback, since
 * `fallback_since`; shipped bars are none. `available`: who could be chosen. `state`: how the preferred source does, and
 * `stale` where the series itself is old. `age_sessions`: sessions that have ended after the newest final one; null: the
 * calendar does not reach so far. `suspects`: bars under review, hidden from alerts. `corrected`: days whose final live
 * close was another one before, on the same scale. `disagreements`: of the last five sessions held against each other
 * source, those more than 0.5 % off. Counts of gaps leave out halts.
 */
export const seriesRowSchema = z.object({
  ticker: tickerSchema,
  name: z.string(),
  role: z.enum(['tracked', 'benchmark', 'context']),
  calendar: calendarIdSchema,
  paused: z.boolean(),
  source: z.string().nullable(),
  preferred: z.string().nullable(),
  chosen: z.boolean(),
  available: z.array(z.string()),
  fallback_since: isoDateSchema.nullable(),
  first_session: isoDateSchema.nullable(),
  newest_session: isoDateSchema.nullable(),
  age_sessions: z.int().nullable(),
  state: sourceStateSchema,
  bars: z.int(),
  epoch: z.int(),
  gaps: z.int(),
  halts: z.int(),
  suspects: z.int(),
  corrected: z.int(),
  disagreements: z.int(),
  quarantined: z.int(),
  last_changed_at: instantSchema.nullable(),
})
export type SeriesRow = z.infer<typeof seriesRowSchema>

export const getSeries = defineEndpoint({
  method: 'GET',
  path: '/api/v1/series',
  tag: 'health',
  summary: 'Every price series: source, newest session and its age, gaps, disagreements, quarantine',
  query: z.object({ ...formatParameter }),
  response: listOf(seriesRowSchema),
  columns: Object.keys(seriesRowSchema.shape).filter((name) => name !== 'available'),
})

/** `source: null` goes back to the usual order. The bars of the former source stay until the new one has answered. */
export const putSeriesSource = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/series/:ticker/source',
  tag: 'health',
  summary: 'Choose the source of a series',
  params: z.object({ ticker: tickerSchema }),
  body: z.object({ source: z.string().nullable() }),
  response: oneOf(z.object({ ticker: tickerSchema, preferred: z.string(), chosen: z.boolean() })),
})
