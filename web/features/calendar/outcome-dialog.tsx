import { NativeSelect, TextInput } from '@mantine/core'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { postPolicyOutcome } from '@oreline/shared/api/policy-outcomes.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { eventIdSchema } from '@oreline/shared/domain/policy/event.ts'
import { scheduledPrecisionSchema } from '@oreline/shared/domain/policy/expected-precision.ts'
import { scheduledKindSchema } from '@oreline/shared/domain/policy/schedule.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call, endpointQuery } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { FieldErrors } from '../../ui/form-errors.ts'
import { keepName, lastName } from '../../ui/last-name.ts'
import { ReasonPart } from '../../ui/reason-part.tsx'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import classes from './calendar.module.css'
import { kindWords, precisionWords, whenWords } from './date-words.ts'
import {
  emptyOutcome,
  outcomesOf,
  outcomeWords,
  readOutcome,
  refusedOutcome,
  type OutcomeDraft,
} from './outcome-draft.ts'

export type OutcomeDialogProps = { readonly date: CalendarDate; readonly onClose: () => void }

/** Asks what became of a date, and by which sources that is known. */
export function OutcomeDialog({ date, onClose }: OutcomeDialogProps) {
  const queries = useQueryClient()
  const list = useId()
  const catalogue = useQuery(endpointQuery(getPolicyEvents, { query: { context: 'true', limit: '1000' } }))
  const [draft, setDraft] = useState<OutcomeDraft>(() => emptyOutcome(date, lastName()))
  const [isChecked, setIsChecked] = useState(false)
  const reading = readOutcome(draft, date)
  const oneAtATime = useOneAtATime()
  const recording = useMutation({
    onSettled: oneAtATime.settle,
    mutationFn: (body: Extract<typeof reading, { kind: 'ready' }>['body']) =>
      call(postPolicyOutcome, { params: { id: eventIdSchema.parse(date.event) }, body }),
    onSuccess: async () => {
      keepName(draft.reason.by)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const change = (patch: Partial<OutcomeDraft>) => {
    recording.reset()
    setDraft({ ...draft, ...patch })
  }
  const errors: FieldErrors = {
    ...(recording.error === null ? {} : refusedOutcome(recording.error)),
    ...(isChecked && reading.kind === 'faulty' ? reading.errors : {}),
  }
  const kind = scheduledKindSchema.safeParse(date.kind).data
  return (
    <ConfirmDialog
      title={`What became of ${whenWords(date)}?`}
      confirm="Record the outcome"
      isPending={recording.isPending}
      error={recording.error}
      onConfirm={() => {
        setIsChecked(true)
        if (reading.kind === 'ready' && oneAtATime.begin()) recording.mutate(reading.body)
      }}
      onCancel={onClose}
    >
      <p>
        {kindWords[date.kind]}: {date.title}
      </p>
      <datalist id={list}>
        {catalogue.data?.data.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      <div className={classes['fields']}>
        <NativeSelect
          size="xs"
          label="What happened"
          value={draft.what}
          error={errors['what']}
          onChange={(event) =>
            change({ what: outcomesOf(date).find((one) => one === event.currentTarget.value) ?? draft.what })
          }
          data={outcomesOf(date).map((value) => ({
            value,
            label: kind === undefined ? value : (outcomeWords[kind][value] ?? value),
          }))}
        />
        <TextInput
          size="xs"
          type="date"
          label={draft.what === 'extended' ? 'Announced on' : 'On which day'}
          value={draft.date}
          error={errors['date']}
          onChange={(event) => change({ date: event.currentTarget.value })}
        />
        {draft.what === 'extended' ? (
          <TextInput
            size="xs"
            type="date"
            label="New date"
            value={draft.until}
            error={errors['until']}
            onChange={(event) => change({ until: event.currentTarget.value })}
          />
        ) : null}
        {draft.what === 'extended' && date.kind === 'expected' ? (
          <NativeSelect
            size="xs"
            label="How exact it is"
            value={draft.precision}
            onChange={(event) =>
              change({
                precision: scheduledPrecisionSchema.safeParse(event.currentTarget.value).data ?? 'day',
              })
            }
            data={scheduledPrecisionSchema.options.map((value) => ({ value, label: precisionWords[value] }))}
          />
        ) : null}
        <TextInput
          size="xs"
          label={draft.what === 'superseded' ? 'Event that took its place' : 'Event that did it, if any'}
          description="By its short name"
          list={list}
          autoComplete="off"
          value={draft.by}
          error={errors['by']}
          onChange={(event) => change({ by: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          className={classes['wide'] ?? ''}
          label="What happened, in a sentence"
          value={draft.note}
          error={errors['note']}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </div>
      <ReasonPart
        reason={draft.reason}
        errors={errors}
        isBusy={recording.isPending}
        onChange={(reason) => change({ reason })}
      />
    </ConfirmDialog>
  )
}
