import {
  deletePolicyEvent,
  getPolicyEventHistory,
  getShippedPolicyEvent,
  putPolicyEvent,
} from '@oreline/shared/api/policy-edits.ts'
import { changedFields } from '@oreline/shared/domain/policy/changed-fields.ts'
import { policyEventSchema, type EventId, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Executor } from '../db/client.ts'
import { faultyInput, putEvent, removeEvent } from '../db/policy-event-edits.ts'
import { listHistory, type HistoryEntry } from '../db/reference-edits.ts'
import { listReference } from '../db/reference-rows.ts'
import { readSeedConflict } from '../db/seed-conflicts.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route } from '../route.ts'
import { recordHistory } from '../rows/record-history.ts'

const reference = { reads: ['reference'], changesWith: 'data' } as const

export const policyEditRoutes = [
  route(putPolicyEvent, async ({ params, body }, { db, clock, now }) => {
    const { event, base, reason } = body
    if (event.id !== params.id)
      throw faultyInput([{ field: 'event.id', why: `the address names ${params.id}` }])
    const action = base === null ? 'create' : 'edit'
    const alsoChanged = await putEvent(db, clock, { event, base, reason, action })
    const [row] = await listReference(db, 'policy-event', { asOf: null, key: event.id })
    invariant(row !== undefined, 'an event that was written is held')
    return {
      data: {
        id: event.id,
        revision: row.id,
        recorded_at: row.recordedAt,
        also_changed: [...alsoChanged],
      },
      meta: await metaNow(db, now, ['operator']),
    }
  }),

  route(deletePolicyEvent, async ({ params, body }, { db, clock, now }) => {
    await removeEvent(db, clock, { id: params.id, ...body })
    return { data: params, meta: await metaNow(db, now, ['operator']) }
  }),

  readRoute(getPolicyEventHistory, reference, async ({ params }, { snapshot, asOf }) => {
    const history = await listHistory(snapshot, 'policy-event', { key: params.id, asOf })
    if (history.revisions.length === 0) throw unknownEvent(params.id)
    const shipped = await shippedEvent(snapshot, params.id, asOf)
    return {
      data: recordHistory({ ...history, revisions: history.revisions.map(inOrder) }, shipped),
      meta: { sources: [...new Set(history.revisions.map(({ origin }) => origin))] },
    }
  }),

  readRoute(getShippedPolicyEvent, reference, async ({ params }, { snapshot, asOf }) => {
    const [row] = await listReference(snapshot, 'policy-event', { asOf, key: params.id })
    if (row === undefined) throw unknownEvent(params.id)
    const shipped = await shippedEvent(snapshot, params.id, asOf)
    const differs =
      shipped !== null && changedFields(policyEventSchema.parse(row.body), shipped.body).length > 0
    return {
      data: differs ? { event: shipped.body, noted_at: shipped.notedAt } : null,
      meta: { sources: ['seed'] },
    }
  }),
]

/** Fields in the order of the schema, which the store does not keep; what an older schema wrote stays as it is. */
const inOrder = (entry: HistoryEntry): HistoryEntry => ({
  ...entry,
  body: policyEventSchema.safeParse(entry.body).data ?? entry.body,
})

const unknownEvent = (id: EventId) =>
  new AppError('unknown-event', `no such event: ${id}`, { parameter: 'id' })

async function shippedEvent(
  db: Executor,
  key: EventId,
  asOf: Instant | null,
): Promise<{ readonly body: PolicyEvent; readonly notedAt: Instant } | null> {
  const conflict = await readSeedConflict(db, 'policy-event', { key, asOf })
  return conflict === null
    ? null
    : { body: policyEventSchema.parse(conflict.body), notedAt: conflict.notedAt }
}
