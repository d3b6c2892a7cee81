/** Changes of the catalogue by people, each with who, why and two dated sources (or the reason for one). */
import * as z from 'zod'
import { editReasonSchema, editSourceSchema } from '../domain/policy/edit-reason.ts'
import { eventIdSchema, policyEventSchema } from '../domain/policy/event.ts'
import { instantSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { asOfParameter } from './parameters.ts'

const oneEvent = z.object({ id: eventIdSchema })

/** `base`: the `revision` the editor started from, null where the event is new. Another one by now: 409 `edit-conflict`. */
const base = z.int().positive().nullable()

/**
 * The revision that holds now. `also_changed`: events that were given the counterpart of a supersession in the same
 * moment. Saying what is held already leaves the revision as it was.
 */
const savedEventSchema = z.object({
  id: eventIdSchema,
  revision: z.int(),
  recorded_at: instantSchema,
  also_changed: z.array(eventIdSchema),
})

/** A conflict carries `held: { revision, recorded_at, body } | null`, what stands by now (null: it was taken off). */
export const putPolicyEvent = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/policy-events/:id',
  tag: 'policy',
  summary:
    'Add a policy event or change it; refused, naming the field, where it contradicts itself or the catalogue',
  params: oneEvent,
  body: z.object({ event: policyEventSchema.strict(), base, reason: editReasonSchema }),
  bodyBytes: 262_144,
  response: oneOf(savedEventSchema),
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

/** `before` and `after` are JSON, absent where there was no such revision. */
export const fieldChangeSchema = z.object({
  field: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})

/**
 * One revision of a reviewed record, or its end (`remove`, without a revision). `by` null: it was shipped. `fields`: what
 * differs from the revision before. `shipped-update`: the shipped catalogue says something new since then, and what was
 * entered here was left alone; `fields` then lead from what is held now to what is shipped.
 */
export const recordChangeSchema = z.object({
  revision: z.int().nullable(),
  recorded_at: instantSchema,
  action: z.enum(['seed', 'create', 'edit', 'remove', 'import', 'outcome', 'from-inbox', 'shipped-update']),
  by: z.string().nullable(),
  why: z.string().nullable(),
  sources: z.array(editSourceSchema),
  one_source_because: z.string().nullable(),
  fields: z.array(fieldChangeSchema),
})
export type RecordChange = z.infer<typeof recordChangeSchema>

export const getPolicyEventHistory = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events/:id/history',
  tag: 'policy',
  summary: 'Every revision of an event, newest first: who, when, why, by which sources, and what changed',
  params: oneEvent,
  query: z.object(asOfParameter),
  response: listOf(recordChangeSchema),
})

/** To be put as an edit like any other, by whoever decides for it. */
export const getShippedPolicyEvent = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events/:id/shipped',
  tag: 'policy',
  summary: 'What the shipped catalogue says of an event that was changed here, where the two differ',
  params: oneEvent,
  query: z.object(asOfParameter),
  response: oneOf(z.object({ event: policyEventSchema, noted_at: instantSchema }).nullable()),
})
