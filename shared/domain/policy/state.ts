import * as z from 'zod'
import { isoDateSchema } from '../../kernel/brand.ts'
import { policyStateValueSchema } from './status.ts'

const stateFields = {
  value: policyStateValueSchema,
  /** The first day of this value; never before the announcement. */
  since: isoDateSchema,
  /**
   * Present only when true: from the day after an end or a pause that has passed without a source, and from a step
   * on that is followed by one whose day is unknown.
   */
  unconfirmed: z.literal(true).optional(),
}

/** The state of a part of an act that has dates of its own. */
export const provisionStateSchema = z.object({ id: z.string(), ...stateFields })
export type ProvisionState = z.infer<typeof provisionStateSchema>

/** Where an event stands on a day. `provisions` is present where parts of the act have dates of their own. */
export const policyStateSchema = z.object({
  ...stateFields,
  provisions: z.array(provisionStateSchema).optional(),
})
export type PolicyState = z.infer<typeof policyStateSchema>
