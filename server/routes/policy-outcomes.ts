import { postPolicyOutcome } from '@oreline/shared/api/policy-outcomes.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { withOutcome } from '@oreline/shared/domain/policy/with-outcome.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { todayAnywhere } from '../db/imports/today-anywhere.ts'
import { assertBase } from '../db/policy-catalogue.ts'
import { faultyInput, putEvent } from '../db/policy-event-edits.ts'
import { listReference } from '../db/reference-rows.ts'
import { metaNow } from '../http/meta-now.ts'
import { route } from '../route.ts'

export const policyOutcomeRoutes = [
  route(postPolicyOutcome, async ({ params: { id }, body }, { db, clock, now }) => {
    const { base, reason, ...outcome } = body
    const [row] = await listReference(db, 'policy-event', { asOf: null, key: id })
    if (row === undefined) throw new AppError('unknown-event', `no such event: ${id}`, { parameter: 'id' })
    // Before the outcome is judged: it may not fit what somebody else has written meanwhile.
    assertBase(`The event ${id}`, base, row)
    const today = todayAnywhere(now)
    const result = withOutcome(policyEventSchema.parse(row.body), outcome, {
      today,
      evidenceOn: newestOf(reason, today),
    })
    if (result.kind === 'refused') throw faultyInput([result])
    const alsoChanged = await putEvent(db, clock, { event: result.event, base, reason, action: 'outcome' })
    const [written] = await listReference(db, 'policy-event', { asOf: null, key: id })
    invariant(written !== undefined, 'an event that was written is held')
    return {
      data: {
        id,
        revision: written.id,
        recorded_at: written.recordedAt,
        state: stateAt(result.event, today),
        also_changed: [...alsoChanged],
      },
      meta: await metaNow(db, now, ['operator']),
    }
  }),
]

/** The newest day a source bears; none lies in the future, whatever was typed. */
function newestOf({ sources }: EditReason, today: IsoDate): IsoDate {
  return sources
    .map(({ date }) => date)
    .reduce((newest, date) => (date > newest && date <= today ? date : newest))
}
