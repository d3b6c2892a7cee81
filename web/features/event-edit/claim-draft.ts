/** What one source says against another, as somebody writes it. */
import type { PolicyClaimRow } from '@oreline/shared/api/policy-claims.ts'
import { policyClaimSchema, type ClaimId, type PolicyClaim } from '@oreline/shared/domain/policy/claim.ts'
import { editReasonSchema, type EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import { issueErrors, type FieldErrors } from '../../ui/form-errors.ts'

export type ClaimDraft = {
  readonly field: string
  readonly value: string
  readonly says: string
  readonly name: string
  readonly url: string
  readonly date: string
  readonly standing: string
  readonly note: string
  readonly by: string
}

export const emptyClaim = (by: string): ClaimDraft => ({
  field: 'announced_date',
  value: '',
  says: '',
  name: '',
  url: '',
  date: '',
  standing: 'open',
  note: '',
  by,
})

export const claimDraftOf = (claim: PolicyClaimRow, by: string): ClaimDraft => ({
  field: claim.field,
  value: claim.value,
  says: claim.says,
  name: claim.source.name,
  url: claim.source.url ?? '',
  date: claim.source.date ?? '',
  standing: claim.standing,
  note: claim.note ?? '',
  by,
})

/** The parts of a claim that a form fills in. */
export type ClaimBody = Omit<PolicyClaim, 'event_id' | 'id'>

const bodySchema = policyClaimSchema.omit({ event_id: true, id: true })

/**
 * The claim and the reason of its change: a claim is what one source says, which is why one is enough. Errors are named
 * `claim.value`, `claim.source.url`, `claim.by`; a claim that is written here has an address and a day.
 */
export function readClaim(
  draft: ClaimDraft,
):
  | { readonly kind: 'claim'; readonly claim: ClaimBody; readonly reason: EditReason }
  | { readonly kind: 'faulty'; readonly errors: FieldErrors } {
  const note = draft.note.trim()
  const claim = bodySchema.safeParse({
    field: draft.field,
    value: draft.value,
    says: draft.says,
    source: { name: draft.name, url: draft.url, date: draft.date },
    standing: draft.standing,
    note: note === '' ? null : note,
  })
  const reason = editReasonSchema.safeParse({
    by: draft.by,
    why: `What this source says: ${draft.says}`.slice(0, 500),
    sources: [{ name: draft.name, url: draft.url, date: draft.date }],
    one_source_because: 'a claim is what one source says',
  })
  if (claim.success && reason.success)
    return draft.standing === 'rejected' && note === ''
      ? { kind: 'faulty', errors: { 'claim.note': 'Say how it was shown to be wrong' } }
      : { kind: 'claim', claim: claim.data, reason: reason.data }
  const ofClaim = claim.success ? {} : issueErrors(claim.error)
  const by = reason.success ? undefined : issueErrors(reason.error)['by']
  return {
    kind: 'faulty',
    errors: Object.fromEntries([
      ...Object.entries(ofClaim).map(([path, words]) => [`claim.${path}`, words]),
      ...(by === undefined ? [] : [['claim.by', by]]),
    ]),
  }
}

/** A short name for a new claim that none of the others has: its value and its source in words. */
export function claimIdFor(draft: ClaimDraft, others: readonly ClaimId[]): string {
  const words = `${draft.value} ${draft.name}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '')
  const base = words === '' ? 'claim' : words
  const taken = new Set<string>(others)
  let id = base
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
  return id
}
