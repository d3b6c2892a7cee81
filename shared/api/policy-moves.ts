import * as z from 'zod'
import { directionSchema, eventIdSchema } from '../domain/policy/event.ts'
import { moveMissingSchema } from '../domain/policy/move.ts'
import { isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { asOfParameter, atParameter, formatParameter, listParameter } from './parameters.ts'

/**
 * The direction the catalogue expects of an event for a stock, a judgement, and the plain change that followed, fractions
 * from the close before. `less_benchmark`: change minus the benchmark's over the same sessions; null where either is.
 */
export const policyMoveRowSchema = z.object({
  event: eventIdSchema,
  ticker: tickerSchema,
  expected: directionSchema,
  reason: z.string(),
  session: isoDateSchema.nullable(),
  basis: z.enum(['instant', 'ambiguous', 'date-only']).nullable(),
  base: isoDateSchema.nullable(),
  move_session: z.number().nullable(),
  move_two_sessions: z.number().nullable(),
  benchmark: tickerSchema.nullable(),
  benchmark_session: z.number().nullable(),
  benchmark_two_sessions: z.number().nullable(),
  less_benchmark_session: z.number().nullable(),
  less_benchmark_two_sessions: z.number().nullable(),
  /** Why there is no figure for the stock; null: there is one. */
  missing: moveMissingSchema.nullable(),
})
export type PolicyMoveRow = z.infer<typeof policyMoveRowSchema>

export const getPolicyMoves = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-moves',
  tag: 'policy',
  summary:
    'Expected direction of each event for each stock, and the plain change that followed; no test of chance',
  example: 'events=us-2025-07-10-dod-mp-price-floor&tickers=MP',
  query: z.object({
    events: listParameter(eventIdSchema).optional().meta({ description: 'default: the whole catalogue' }),
    tickers: listParameter(tickerSchema)
      .optional()
      .meta({ description: 'default: every stock an event names' }),
    ...atParameter('events public on this day, and closes until then'),
    ...asOfParameter,
    ...formatParameter,
  }),
  response: listOf(policyMoveRowSchema),
  columns: Object.keys(policyMoveRowSchema.shape),
})
