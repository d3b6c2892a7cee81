import { Button } from '@mantine/core'
import { deletePolicyClaim, putPolicyClaim, type PolicyClaimRow } from '@oreline/shared/api/policy-claims.ts'
import { claimIdSchema, type ClaimId } from '@oreline/shared/domain/policy/claim.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import { policyEventSchema, type EventId } from '@oreline/shared/domain/policy/event.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { errorText } from '../../ui/error-text.ts'
import { eventFieldWords } from '../../ui/event-fields.ts'
import { useFocusSoon } from '../../ui/field-focus.ts'
import type { FieldErrors } from '../../ui/form-errors.ts'
import classes from '../../ui/form.module.css'
import { keepName, lastName } from '../../ui/last-name.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import {
  claimDraftOf,
  claimIdFor,
  emptyClaim,
  readClaim,
  type ClaimBody,
  type ClaimDraft,
} from './claim-draft.ts'
import { Control } from './text-field.tsx'

const fieldChoices = policyEventSchema
  .keyof()
  .options.map((value) => ({ value, label: eventFieldWords[value].label }))
const standings = [
  { value: 'open', label: 'stands beside the others' },
  { value: 'rejected', label: 'shown to be wrong' },
]

export type ClaimFormProps = {
  readonly event: EventId
  /** The claim that is changed; null: a new one. */
  readonly held: PolicyClaimRow | null
  /** Which names are taken. */
  readonly others: readonly ClaimId[]
  readonly onClose: () => void
}

/** What one source says about one field of the event. */
export function ClaimForm({ event, held, others, onClose }: ClaimFormProps) {
  const queries = useQueryClient()
  const focusSoon = useFocusSoon()
  const [draft, setDraft] = useState<ClaimDraft>(() =>
    held === null ? emptyClaim(lastName()) : claimDraftOf(held, lastName()),
  )
  const [errors, setErrors] = useState<FieldErrors>({})
  const oneAtATime = useOneAtATime()
  const storing = useMutation({
    onSettled: oneAtATime.settle,
    mutationFn: async ({
      claim,
      reason,
    }: {
      readonly claim: ClaimBody | null
      readonly reason: EditReason
    }) => {
      const params = { id: event, claim: held?.id ?? claimIdSchema.parse(claimIdFor(draft, others)) }
      if (claim !== null)
        await call(putPolicyClaim, { params, body: { claim, base: held?.revision ?? null, reason } })
      else if (held !== null) await call(deletePolicyClaim, { params, body: { base: held.revision, reason } })
    },
    onSuccess: async () => {
      await queries.invalidateQueries()
      onClose()
    },
  })
  const store = (isRemoval: boolean) => {
    const read = readClaim(draft)
    setErrors(read.kind === 'faulty' ? read.errors : {})
    if (read.kind === 'faulty') {
      const [first] = Object.keys(read.errors)
      if (first !== undefined) focusSoon(first)
      return
    }
    if (!oneAtATime.begin()) return
    keepName(read.reason.by)
    storing.mutate({ claim: isRemoval ? null : read.claim, reason: read.reason })
  }
  const part = (name: keyof ClaimDraft, path: string = name) => ({
    path: `claim.${path}`,
    value: draft[name],
    error: errors[`claim.${path}`] ?? null,
    isDisabled: storing.isPending,
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  return (
    <form
      noValidate
      className={classes['item']}
      aria-label={held === null ? 'What another source says' : 'Change what a source says'}
      onSubmit={(submit) => {
        submit.preventDefault()
        store(false)
      }}
    >
      <div className={classes['fields']}>
        <Control {...part('field')} label="About" control={fieldChoices} isRequired />
        <Control
          {...part('value')}
          label="What it says it is"
          hint="A day as 2026-02-04, an amount with its unit"
          control="line"
          isRequired
        />
        <Control {...part('standing')} label="Where it stands" control={standings} isRequired />
        <Control {...part('says')} label="In our words" control="area" isRequired />
        <Control {...part('name', 'source.name')} label="Source" control="line" isRequired />
        <Control {...part('date', 'source.date')} label="Day of the source" control="day" isRequired />
        <Control {...part('url', 'source.url')} label="Its address" control="line" isRequired />
        <Control
          {...part('note')}
          label="Note"
          hint="How it was shown to be wrong, or what it covers"
          control="area"
        />
        <Control {...part('by')} label="Your name" control="line" isRequired />
      </div>
      <div className={classes['row']}>
        <Button type="submit" size="xs" loading={storing.isPending}>
          {held === null ? 'Put it beside the others' : 'Save the claim'}
        </Button>
        {held === null ? null : (
          <Button size="xs" variant="default" disabled={storing.isPending} onClick={() => store(true)}>
            Take it away
          </Button>
        )}
        <Button size="xs" variant="default" disabled={storing.isPending} onClick={onClose}>
          Cancel
        </Button>
      </div>
      {storing.error === null ? null : (
        <p role="alert" className={classes['error']}>
          Not stored: {errorText(storing.error)}
        </p>
      )}
    </form>
  )
}
