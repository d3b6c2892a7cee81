import * as z from 'zod'
import { eventSessionsSchema } from '../domain/policy/event-session.ts'
import { eventIdSchema, jurisdictionSchema, policyEventSchema } from '../domain/policy/event.ts'
import { policyLinksSchema } from '../domain/policy/links.ts'
import { policyStateSchema } from '../domain/policy/state.ts'
import { policyStateValueSchema } from '../domain/policy/status.ts'
import { instantSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import {
  asOfParameter,
  atParameter,
  flagParameter,
  formatParameter,
  listParameter,
  pageParameters,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

/**
 * An event of the catalogue with its state at `at` (null before it was public), its session per exchange (an exchange
 * without one is absent), and its links within the catalogue, read both ways whichever event records them.
 */
export const policyEventRowSchema = policyEventSchema.extend({
  state: policyStateSchema.nullable(),
  event_sessions: eventSessionsSchema,
  links: policyLinksSchema,
  recorded_at: instantSchema,
  /** Names this very revision: what an edit starts from. */
  revision: z.int(),
  origin: z.enum(['seed', 'operator', 'provider']),
})
export type PolicyEventRow = z.infer<typeof policyEventRowSchema>

const worldTime = {
  ...atParameter('the state publicly known on this day'),
  ...asOfParameter,
}

export const getPolicyEvents = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events',
  tag: 'policy',
  summary: 'The catalogue of policy events, ascending by announcement, each with its state at `at`',
  example: 'jurisdiction=CN&instrument=export-control&at=2025-12-01',
  query: z
    .object({
      ...rangeParameters,
      ...worldTime,
      jurisdiction: listParameter(jurisdictionSchema).optional(),
      instrument: listParameter(policyEventSchema.shape.instrument_type).optional(),
      stage: listParameter(policyEventSchema.shape.stages.element).optional(),
      element: listParameter(policyEventSchema.shape.elements.element).optional(),
      ticker: listParameter(tickerSchema).optional(),
      status: listParameter(policyStateValueSchema).optional().meta({ description: 'state at `at`' }),
      context: flagParameter
        .optional()
        .meta({ description: 'true: also background events, hidden by default' }),
      ...pageParameters(500, 1_000),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(policyEventRowSchema),
  columns: [
    'id',
    'announced_date',
    'date_precision',
    'jurisdiction',
    'instrument_type',
    'title',
    'state.value',
    'state.since',
    'state.unconfirmed',
    'event_sessions.XNYS.date',
    'event_sessions.XASX.date',
    'event_sessions.XSHG.date',
    'effective_date',
    'end_date',
    'confidence',
    'official_source',
    'official_url',
    'secondary_url',
    'event_sessions.XNYS.basis',
    'event_sessions.XASX.basis',
    'event_sessions.XSHG.basis',
    'state.provisions',
    'suspended_from',
    'suspended_until',
    'expected_date',
    'stages',
    'elements',
    'context_only',
    'revision',
    'recorded_at',
  ],
})

export const getPolicyEvent = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events/:id',
  tag: 'policy',
  summary: 'One policy event with its state, sessions, steps and sources',
  params: z.object({ id: eventIdSchema }),
  query: z.object(worldTime),
  response: oneOf(policyEventRowSchema),
})
