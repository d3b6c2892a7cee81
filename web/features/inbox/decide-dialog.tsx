import { Textarea, TextInput } from '@mantine/core'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useState } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { lastName } from '../../ui/last-name.ts'
import { EventChoice } from './event-choice.tsx'
import classes from './inbox.module.css'
import type { DecisionBody } from './use-decision.ts'

/** `eventId` null: the event is still to be chosen. */
export type Asking =
  | { readonly kind: 'link'; readonly eventId: EventId | null }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'reopen' }

export type DecideDialogProps = {
  readonly asking: Asking
  /** Of the candidate. */
  readonly title: string
  readonly isPending: boolean
  readonly error: Error | null
  readonly onConfirm: (body: DecisionBody) => void
  readonly onCancel: () => void
}

const questions = {
  link: { title: 'Link it to an event?', confirm: 'Link' },
  dismiss: { title: 'Dismiss this candidate?', confirm: 'Dismiss' },
  reopen: { title: 'Put it on the list again?', confirm: 'Reopen' },
} as const

const effects = {
  link: 'Its documents are attached to the event, which stays as it is.',
  dismiss: 'It leaves the list of open ones and stays under Dismissed, with your reason.',
  reopen: 'What was decided stays in its history.',
} as const

/** Asks for what a decision needs: the event, a reason, a name. */
export function DecideDialog({ asking, title, onConfirm, ...dialog }: DecideDialogProps) {
  const { kind } = asking
  const [by, setBy] = useState(lastName)
  const [reason, setReason] = useState('')
  const [eventId, setEventId] = useState<EventId | null>(kind === 'link' ? asking.eventId : null)
  const [isChecked, setIsChecked] = useState(false)
  const missing = {
    by: by.trim() === '' ? 'Say who decides' : null,
    reason: kind === 'dismiss' && reason.trim() === '' ? 'Say why' : null,
    event: kind === 'link' && eventId === null ? 'Choose an event' : null,
  }
  const confirm = () => {
    setIsChecked(true)
    if (Object.values(missing).some((error) => error !== null)) return
    const said = reason.trim() === '' ? null : reason.trim()
    if (kind === 'dismiss') onConfirm({ decision: 'dismiss', by: by.trim(), reason: reason.trim() })
    else if (kind === 'reopen') onConfirm({ decision: 'reopen', by: by.trim(), reason: said })
    else if (eventId !== null) onConfirm({ decision: 'link', event_id: eventId, by: by.trim(), reason: said })
  }
  return (
    <ConfirmDialog
      {...dialog}
      title={questions[kind].title}
      confirm={questions[kind].confirm}
      onConfirm={confirm}
    >
      <p className={classes['asked']}>{title}</p>
      <p>{effects[kind]}</p>
      {kind === 'link' && asking.eventId === null ? (
        <EventChoice chosen={eventId} error={isChecked ? missing.event : null} onChoose={setEventId} />
      ) : null}
      <Textarea
        size="xs"
        label={kind === 'dismiss' ? 'Why' : 'Why (if there is more to say)'}
        rows={2}
        maxLength={500}
        value={reason}
        error={isChecked ? missing.reason : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Your name, as others will see it"
        maxLength={80}
        value={by}
        error={isChecked ? missing.by : null}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
