import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/** One day both have: the close that is held and the one that came. */
export const quarantineSampleSchema = z.object({ date: isoDateSchema, held: z.number(), fresh: z.number() })
export type QuarantineSample = z.infer<typeof quarantineSampleSchema>

/**
 * An answer that contradicts what is stored and is kept out of it. `k`: the factor between fresh and held closes, null
 * where there is no one factor. `can_accept`: it has rows that could be stored. `decision` null: it is open.
 */
export const quarantineRowSchema = z.object({
  id: z.int(),
  ticker: tickerSchema,
  source: z.string(),
  kind: z.enum(['half-adjusted', 'disagrees', 'currency', 'ragged']),
  why: z.string(),
  k: z.number().nullable(),
  agrees_from: isoDateSchema.nullable(),
  compared: z.int(),
  differing: z.int(),
  sample: z.array(quarantineSampleSchema),
  opened_at: instantSchema,
  last_seen_at: instantSchema,
  times_seen: z.int(),
  can_accept: z.boolean(),
  decided_at: instantSchema.nullable(),
  decision: z.enum(['accepted', 'discarded', 'replaced', 'resolved']).nullable(),
})
export type QuarantineRow = z.infer<typeof quarantineRowSchema>

export const getQuarantine = defineEndpoint({
  method: 'GET',
  path: '/api/v1/quarantine',
  tag: 'health',
  summary: 'Answers that contradict what is stored, newest first; open ones unless all are asked for',
  query: z.object({ state: z.enum(['open', 'all']).default('open'), ...formatParameter }),
  response: listOf(quarantineRowSchema),
  columns: [
    'id',
    'ticker',
    'source',
    'kind',
    'why',
    'k',
    'agrees_from',
    'compared',
    'differing',
    'opened_at',
    'last_seen_at',
    'times_seen',
    'decision',
  ],
})

/**
 * `accept` stores the answer under a new epoch where it covers all that is held, and as corrections where it does not;
 * `discard` keeps it out, and out again when the same answer comes next time.
 */
export const postQuarantineDecision = defineEndpoint({
  method: 'POST',
  path: '/api/v1/quarantine/:id/decision',
  tag: 'health',
  summary: 'Accept a quarantined answer into the series, or discard it',
  params: z.object({ id: z.coerce.number().int().positive() }),
  body: z.object({ decision: z.enum(['accept', 'discard']) }),
  response: oneOf(
    z.object({ id: z.int(), decision: z.enum(['accepted', 'discarded']), rows_written: z.int() }),
  ),
})
