import { Button } from '@mantine/core'
import { deletePolicyEvent } from '@oreline/shared/api/policy-edits.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../api.ts'
import { errorText } from '../../ui/error-text.ts'
import classes from '../../ui/form.module.css'
import type { FieldErrors } from '../../ui/form-errors.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../ui/reason-draft.ts'
import { ReasonPart } from '../../ui/reason-part.tsx'
import { inputId, useFocusSoon } from '../../ui/field-focus.ts'
import { keepName, lastName } from '../../ui/last-name.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import { dropDraft } from './stored-draft.ts'

export type RemoveEventProps = { readonly id: EventId; readonly revision: number; readonly title: string }

/** Takes an event off the timeline, with a reason and sources like every change; it stays readable as of then. */
export function RemoveEvent({ id, revision, title }: RemoveEventProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<ReasonDraft>(() => emptyReason(lastName()))
  const [errors, setErrors] = useState<FieldErrors>({})
  const focusSoon = useFocusSoon()
  const oneAtATime = useOneAtATime()
  const removing = useMutation({
    onSettled: oneAtATime.settle,
    mutationFn: (body: Parameters<typeof call<typeof deletePolicyEvent>>[1]['body']) =>
      call(deletePolicyEvent, { params: { id }, body }),
    onSuccess: async () => {
      dropDraft(id)
      await queries.invalidateQueries()
      void navigate({ to: '/', ignoreBlocker: true })
    },
  })
  if (!isOpen)
    return (
      <div>
        <Button
          id={inputId('remove-open')}
          size="xs"
          variant="default"
          onClick={() => {
            setOpen(true)
            focusSoon('remove.by')
          }}
        >
          Take the event off the timeline…
        </Button>
      </div>
    )
  return (
    <form
      noValidate
      className={classes['card']}
      aria-label="Take the event off the timeline"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readReason(reason, 'remove')
        setErrors(read.kind === 'faulty' ? read.errors : {})
        if (read.kind === 'faulty') {
          focusSoon(Object.keys(read.errors)[0] ?? 'remove')
          return
        }
        if (!oneAtATime.begin()) return
        keepName(read.reason.by)
        removing.mutate({ base: revision, reason: read.reason })
      }}
    >
      <h2>Take “{title}” off the timeline</h2>
      <p className={classes['soft']}>
        It stays readable as of the days on which it stood there, with your reason. Events that name it have
        to be changed first.
      </p>
      <ReasonPart
        name="remove"
        reason={reason}
        errors={errors}
        isBusy={removing.isPending}
        onChange={(next, focus) => {
          setReason(next)
          if (focus !== undefined) focusSoon(focus)
        }}
      />
      <div className={classes['row']}>
        <Button type="submit" size="sm" color="red" loading={removing.isPending}>
          Take it off
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={removing.isPending}
          onClick={() => {
            setOpen(false)
            focusSoon('remove-open')
          }}
        >
          Keep it
        </Button>
      </div>
      {removing.error === null ? null : (
        <p role="alert" className={classes['error']}>
          Not taken off: {errorText(removing.error)}
        </p>
      )}
    </form>
  )
}
