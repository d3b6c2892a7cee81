import * as z from 'zod'

/** What a policy event can be on a day. Being resumed or amended is a step that leads to a state, not a state. */
export const policyStateValueSchema = z.enum([
  'proposed',
  'reported',
  'announced',
  'effective',
  'suspended',
  'expired',
  'superseded',
  'revoked',
])
export type PolicyStateValue = z.infer<typeof policyStateValueSchema>

/** What can happen to a policy event. `resumed` leads back to effective, `amended` leaves the state as it is. */
export const policyStepStatusSchema = z.enum([...policyStateValueSchema.options, 'resumed', 'amended'])
export type PolicyStepStatus = z.infer<typeof policyStepStatusSchema>
