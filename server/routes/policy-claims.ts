import {
  deletePolicyClaim,
  getPolicyClaims,
  putPolicyClaim,
  type PolicyClaimRow,
} from '@oreline/shared/api/policy-claims.ts'
import { isFollowed } from '@oreline/shared/domain/policy/claim.ts'
import { policyEventSchema, type EventId, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Executor } from '../db/client.ts'
import { editClaim, listClaims, type HeldClaim } from '../db/policy-claims.ts'
import { listReference } from '../db/reference-rows.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route } from '../route.ts'

export const policyClaimRoutes = [
  readRoute(
    getPolicyClaims,
    { reads: ['reference'], changesWith: 'data' },
    async ({ params }, { snapshot, asOf }) => {
      const event = await knownEvent(snapshot, params.id, asOf)
      const claims = await listClaims(snapshot, params.id, asOf)
      return {
        data: claims.map((held) => rowOf(held, event)),
        meta: { sources: [...new Set(claims.map(({ row }) => row.origin))] },
      }
    },
  ),

  route(putPolicyClaim, async ({ params, body }, { db, clock, now }) => {
    const of = { event_id: params.id, id: params.claim }
    const { base, reason } = body
    await editClaim(db, clock, { of, claim: { ...of, ...body.claim }, base, reason })
    const written = (await listClaims(db, params.id, null)).find(({ claim }) => claim.id === params.claim)
    invariant(written !== undefined, 'a claim that was written is held')
    return {
      data: rowOf(written, await knownEvent(db, params.id, null)),
      meta: await metaNow(db, now, ['operator']),
    }
  }),

  route(deletePolicyClaim, async ({ params, body }, { db, clock, now }) => {
    await editClaim(db, clock, { of: { event_id: params.id, id: params.claim }, claim: null, ...body })
    return { data: params, meta: await metaNow(db, now, ['operator']) }
  }),
]

const rowOf = ({ row, claim }: HeldClaim, event: PolicyEvent): PolicyClaimRow => ({
  ...claim,
  followed: isFollowed(claim, event),
  revision: row.id,
  recorded_at: row.recordedAt,
  origin: row.origin,
})

async function knownEvent(db: Executor, id: EventId, asOf: Instant | null): Promise<PolicyEvent> {
  const [row] = await listReference(db, 'policy-event', { asOf, key: id })
  if (row === undefined) throw new AppError('unknown-event', `no such event: ${id}`, { parameter: 'id' })
  return policyEventSchema.parse(row.body)
}
