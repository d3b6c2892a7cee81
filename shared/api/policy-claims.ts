/** Sources that contradict each other about an event, side by side. */
import * as z from 'zod'
import { claimIdSchema, policyClaimSchema } from '../domain/policy/claim.ts'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { eventIdSchema } from '../domain/policy/event.ts'
import { instantSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { asOfParameter } from './parameters.ts'

/** `followed`: the catalogue says the same; null: it cannot be compared. `revision`: what an edit starts from. */
const claimRowSchema = policyClaimSchema.extend({
  followed: z.boolean().nullable(),
  revision: z.int(),
  recorded_at: instantSchema,
  origin: z.enum(['seed', 'operator', 'provider']),
})
export type PolicyClaimRow = z.infer<typeof claimRowSchema>

export const getPolicyClaims = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events/:id/claims',
  tag: 'policy',
  summary: 'What sources say against each other about an event, by field',
  params: z.object({ id: eventIdSchema }),
  query: z.object(asOfParameter),
  response: listOf(claimRowSchema),
})

const oneClaim = z.object({ id: eventIdSchema, claim: claimIdSchema })

export const putPolicyClaim = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/policy-events/:id/claims/:claim',
  tag: 'policy',
  summary: 'Put what a source says about a field beside what the others say',
  params: oneClaim,
  body: z.object({
    claim: policyClaimSchema.omit({ event_id: true, id: true }).strict(),
    base: z.int().positive().nullable(),
    reason: editReasonSchema,
  }),
  response: oneOf(claimRowSchema),
})

export const deletePolicyClaim = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/policy-events/:id/claims/:claim',
  tag: 'policy',
  summary: 'Take a claim away; it stays readable as of then',
  params: oneClaim,
  body: z.object({ base: z.int().positive(), reason: editReasonSchema }),
  response: oneOf(oneClaim),
})
