/**
 * What one source says about one field of an event where sources contradict each other. All of them stand side by side;
 * which one the catalogue follows is seen from the event itself, and none is averaged or dropped in silence.
 */
import * as z from 'zod'
import { isoDateSchema } from '../../kernel/brand.ts'
import { eventIdSchema, policyEventSchema, webAddressSchema, type PolicyEvent } from './event.ts'

export const claimIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words and digits joined by hyphens')
  .brand<'ClaimId'>()
export type ClaimId = z.infer<typeof claimIdSchema>

export const policyClaimSchema = z.object({
  event_id: eventIdSchema,
  /** Distinguishes the claims of one event. */
  id: claimIdSchema,
  /** The field of the event it is about; `summary` where the event has none of its own for it. */
  field: policyEventSchema.keyof(),
  /** As text: a date as `YYYY-MM-DD`, an amount with its unit; in the source's own exactness. */
  value: z.string().trim().min(1).max(200),
  /** What the source says, in our words. */
  says: z.string().trim().min(1).max(500),
  /** `url` and `date` null: not recorded, which happens with claims that were shipped. */
  source: z.object({
    name: z.string().trim().min(1).max(200),
    url: webAddressSchema.nullable(),
    date: isoDateSchema.nullable(),
  }),
  /** `rejected`: shown to be wrong, and kept so that nobody brings it in again; `note` says how. */
  standing: z.enum(['open', 'rejected']),
  note: z.string().trim().min(1).max(500).nullable(),
})
export type PolicyClaim = z.infer<typeof policyClaimSchema>

/** As shipped: `migrations/seed/policy-claims.json`. */
export const policyClaimsSchema = z.array(policyClaimSchema)

/** The key a claim is revised by. */
export const claimKey = ({ event_id: event, id }: Pick<PolicyClaim, 'event_id' | 'id'>) => `${event}/${id}`

/** Whether the catalogue says what the claim says; null where the field is a text or a list, which nobody can compare. */
export function isFollowed({ field, value }: PolicyClaim, event: PolicyEvent): boolean | null {
  const held = event[field]
  if (field === 'summary' || (typeof held === 'object' && held !== null)) return null
  return held === null ? false : String(held) === value
}
