/** What became of a scheduled date, recorded by a person with sources. */
import * as z from 'zod'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { eventIdSchema } from '../domain/policy/event.ts'
import { outcomeSchema } from '../domain/policy/outcome.ts'
import { policyStateSchema } from '../domain/policy/state.ts'
import { instantSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { oneOf } from './envelope.ts'

/**
 * `base`: the event's revision the reader saw; another one by now: 409 `edit-conflict`. A field of the outcome that does
 * not fit is named by itself (`until`), one of the changed event as `event.<field>`; then nothing changes.
 */
export const postPolicyOutcome = defineEndpoint({
  method: 'POST',
  path: '/api/v1/policy-events/:id/outcomes',
  tag: 'policy',
  summary: 'Record what became of a scheduled date: a new step of the event, and its new date where it moved',
  params: z.object({ id: eventIdSchema }),
  body: outcomeSchema.extend({ base: z.int().positive(), reason: editReasonSchema }),
  response: oneOf(
    z.object({
      id: eventIdSchema,
      revision: z.int(),
      recorded_at: instantSchema,
      /** On the day of recording. */
      state: policyStateSchema.nullable(),
      /** Events that were given the counterpart of a supersession in the same moment. */
      also_changed: z.array(eventIdSchema),
    }),
  ),
})
