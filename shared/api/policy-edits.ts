/** Changes of the catalogue by people, each with who, why and two dated sources (or the reason for one). */
import * as z from 'zod'
import { editReasonSchema, editSourceSchema } from '../domain/policy/edit-reason.ts'
import { eventIdSchema, policyEventSchema } from '../domain/policy/event.ts'
import { instantSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { policyEventRowSchema } from './policy-events.ts'

const oneEvent = z.object({ id: eventIdSchema })

/** `base`: the `revision` the editor started from, null where the event is new. Another one by now: 409 `edit-conflict`. */
const base = z.int().positive().nullable()

export const putPolicyEvent = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/policy-events/:id',
  tag: 'policy',
  summary:
    'Add a policy event or change it; refused, naming the field, where it contradicts itself or the catalogue',
  params: oneEvent,
  body: z.object({ event: policyEventSchema, base, reason: editReasonSchema }),
  bodyBytes: 262_144,
  response: oneOf(policyEventRowSchema),
})

/** It stays readable as of then; events that others name (superseded, related) are refused, naming them. */
export const deletePolicyEvent = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/policy-events/:id',
  tag: 'policy',
  summary: 'Take an event off the timeline',
  params: oneEvent,
  body: z.object({ base: z.int().positive(), reason: editReasonSchema }),
  response: oneOf(z.object({ id: eventIdSchema })),
})

/**
 * One revision of an event. `by` null: it was shipped. `fields`: what differs from the revision before; `before` and
 * `after` are JSON, undefined where there was no such revision.
 */
export const policyEventChangeSchema = z.object({
  revision: z.int().nullable(),
  recorded_at: instantSchema,
  action: z.enum(['seed', 'create', 'edit', 'remove', 'import', 'outcome', 'from-inbox']),
  by: z.string().nullable(),
  why: z.string().nullable(),
  sources: z.array(editSourceSchema),
  one_source_because: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type PolicyEventChange = z.infer<typeof policyEventChangeSchema>

export const getPolicyEventHistory = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events/:id/history',
  tag: 'policy',
  summary: 'Every revision of an event, newest first: who, when, why, by which sources, and what changed',
  params: oneEvent,
  response: listOf(policyEventChangeSchema),
})
