import * as z from 'zod'
import { contradictionKinds } from '../domain/prices/contradiction.ts'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/** One day both have: the close that is held and the one that came. */
export const quarantineSampleSchema = z.object({ date: isoDateSchema, held: z.number(), fresh: z.number() })
export type QuarantineSample = z.infer<typeof quarantineSampleSchema>

/**
 * An answer that contradicts what is stored and is kept out of it. `k`: the factor between fresh and held closes before
 * `agrees_from`, null where there is no one factor. `sample`: the newest days that differ. `whole`: it covers all that is
 * held. `opened_at`: since when answers contradict in this way. `can_accept`: it has rows that could be stored.
 * `rescale_from`: when a rescaling by hand is offered, null: it is not; `can_rescale`: it is now. `decision` null: open;
 * `replaced`: a later answer contradicts in another way; `resolved`: a later answer agreed with what is held.
 */
export const quarantineRowSchema = z.object({
  id: z.int(),
  ticker: tickerSchema,
  source: z.string(),
  kind: z.enum(contradictionKinds),
  why: z.string(),
  k: z.number().nullable(),
  agrees_from: isoDateSchema.nullable(),
  compared: z.int(),
  differing: z.int(),
  sample: z.array(quarantineSampleSchema),
  whole: z.boolean(),
  opened_at: instantSchema,
  last_seen_at: instantSchema,
  times_seen: z.int(),
  can_accept: z.boolean(),
  can_rescale: z.boolean(),
  rescale_from: instantSchema.nullable(),
  decided_at: instantSchema.nullable(),
  decision: z.enum(['accepted', 'rescaled', 'discarded', 'replaced', 'resolved']).nullable(),
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
 * `accept` stores the answer: in the place of the series where it covers all that is held or is on another scale, and as
 * corrections where it does not. `discard` keeps it out, and out again when the same answer comes next time. `rescale`
 * (offered after five days) multiplies the prices of the days from `from` (the first) up to but not including `before`
 * (`agrees_from`) by `k`, and stores the whole series so.
 */
export const quarantineDecisionSchema = z.object({
  decision: z.enum(['accept', 'discard', 'rescale']),
  k: z.number().positive().max(1e6).optional().meta({ description: 'of a rescaling, and needed for one' }),
  from: isoDateSchema.optional().meta({ description: 'first day to rescale; default: the first there is' }),
  before: isoDateSchema.optional().meta({ description: 'first day that stays; default: agrees_from' }),
})

export const postQuarantineDecision = defineEndpoint({
  method: 'POST',
  path: '/api/v1/quarantine/:id/decision',
  tag: 'health',
  summary: 'Accept a quarantined answer into the series, rescale it by hand, or discard it',
  params: z.object({ id: z.coerce.number().int().positive() }),
  body: quarantineDecisionSchema,
  response: oneOf(
    z.object({
      id: z.int(),
      decision: z.enum(['accepted', 'rescaled', 'discarded']),
      rows_written: z.int(),
    }),
  ),
})
