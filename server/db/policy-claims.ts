/** What sources say against each other about events, each change a revision. */
import { claimKey, policyClaimSchema, type PolicyClaim } from '@oreline/shared/domain/policy/claim.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Db, Executor } from './client.ts'
import { assertBase, listCatalogue } from './policy-catalogue.ts'
import { writeEdits } from './reference-edits.ts'
import { listReference, type ReferenceRow } from './reference-rows.ts'
import { inRevision } from './revision.ts'

/** A claim and the revision it is held as. */
export type HeldClaim = { readonly row: ReferenceRow; readonly claim: PolicyClaim }

/** Those of one event as they stood at an instant (null: now), by field, then by value. */
export async function listClaims(
  db: Executor,
  event: EventId,
  asOf: Instant | null,
): Promise<readonly HeldClaim[]> {
  const rows = await listReference(db, 'policy-claim', { asOf })
  return rows
    .filter(({ key }) => key.startsWith(`${event}/`))
    .map((row) => ({ row, claim: policyClaimSchema.parse(row.body) }))
    .toSorted(({ claim: one }, { claim: other }) =>
      compare(one.field, other.field) === 0
        ? compare(one.value, other.value)
        : compare(one.field, other.field),
    )
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))

export type ClaimEdit = {
  readonly of: Pick<PolicyClaim, 'event_id' | 'id'>
  /** null: the claim is taken away. */
  readonly claim: PolicyClaim | null
  readonly base: number | null
  readonly reason: EditReason
}

/** Puts a claim beside the others or takes it away. Refuses where the event is unknown or somebody was quicker. */
export async function editClaim(db: Db, clock: Clock, { of, claim, base, reason }: ClaimEdit): Promise<void> {
  const key = claimKey(of)
  await inRevision(db, { scope: 'reference', clock }, async (revision) => {
    const isKnown = (await listCatalogue(revision.tx, null)).some(({ event }) => event.id === of.event_id)
    if (claim !== null && !isKnown)
      throw new AppError('unknown-event', `no such event: ${of.event_id}`, { parameter: 'id' })
    const [held] = await listReference(revision.tx, 'policy-claim', { asOf: null, key })
    if (claim === null && held === undefined)
      throw new AppError('not-found', `${of.event_id} has no claim ${of.id}.`, { parameter: 'claim' })
    assertBase(`The claim ${of.id}`, base, held ?? null)
    const action = claim === null ? 'remove' : base === null ? 'create' : 'edit'
    return {
      rows: await writeEdits(revision, [{ kind: 'policy-claim', key, body: claim }], { reason, action }),
    }
  })
}
