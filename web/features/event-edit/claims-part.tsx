import { Button } from '@mantine/core'
import { getPolicyClaims, type PolicyClaimRow } from '@oreline/shared/api/policy-claims.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endpointQuery } from '../../api.ts'
import { EventClaims } from '../../event/event-claims.tsx'
import { inputId, useFocusSoon } from '../../ui/field-focus.ts'
import classes from '../../ui/form.module.css'
import { ClaimForm } from './claim-form.tsx'

/** What sources say against each other about the event, and a form for what another one says. */
export function ClaimsPart({ id }: { readonly id: EventId }) {
  const claims = useQuery(endpointQuery(getPolicyClaims, { params: { id }, query: {} }))
  // `new`: the form of a claim that there is not yet.
  const [open, setOpen] = useState<PolicyClaimRow | 'new' | null>(null)
  const focusSoon = useFocusSoon()
  const show = (claim: PolicyClaimRow | 'new') => {
    setOpen(claim)
    focusSoon('claim.field')
  }
  return (
    <section className={classes['card']} aria-labelledby="section-claims">
      <h2 id="section-claims">Sources against each other</h2>
      <EventClaims
        id={id}
        empty="No source is known to contradict another about this event."
        onChange={show}
      />
      {open === null ? (
        <div>
          <Button id={inputId('claim-add')} size="xs" variant="default" onClick={() => show('new')}>
            Put what another source says beside it
          </Button>
        </div>
      ) : (
        <ClaimForm
          key={open === 'new' ? 'new' : open.id}
          event={id}
          held={open === 'new' ? null : open}
          others={(claims.data?.data ?? []).map((claim) => claim.id)}
          onClose={() => {
            setOpen(null)
            focusSoon('claim-add')
          }}
        />
      )}
    </section>
  )
}
