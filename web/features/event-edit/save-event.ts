import { postInboxDecision } from '@oreline/shared/api/inbox.ts'
import { putPolicyEvent } from '@oreline/shared/api/policy-edits.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { EventId, PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { call } from '../../api.ts'

export type Saving = {
  readonly event: PolicyEvent
  /** The revision it started from; null: it is new. */
  readonly base: number | null
  readonly reason: EditReason
  /** The candidate of the inbox that becomes this event; null: none. */
  readonly candidate: number | null
}

/** Stores the event: as an edit, or as the decision on a candidate, which stores both in one step. */
export async function saveEvent({ event, base, reason, candidate }: Saving): Promise<EventId> {
  if (candidate === null || base !== null) {
    const { data } = await call(putPolicyEvent, { params: { id: event.id }, body: { event, base, reason } })
    return data.id
  }
  await call(postInboxDecision, {
    params: { id: candidate },
    body: { decision: 'create', event, reason },
  })
  return event.id
}
