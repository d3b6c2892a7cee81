import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { deleteCompanyDate, putCompanyDate } from '@oreline/shared/api/company-dates.ts'
import { companyDateKindSchema } from '@oreline/shared/domain/company-dates/company-date.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { scheduledPrecisionSchema } from '@oreline/shared/domain/policy/expected-precision.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { refusedFields, type FieldErrors } from '../../ui/form-errors.ts'
import { keepName, lastName } from '../../ui/last-name.ts'
import { ReasonPart } from '../../ui/reason-part.tsx'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import classes from './calendar.module.css'
import { companyDateDraftOf, readCompanyDate, type CompanyDateDraft } from './company-date-draft.ts'
import { precisionWords } from './date-words.ts'

export type CompanyDateDialogProps = { readonly date: CalendarDate; readonly onClose: () => void }

/** Asks which date a company announced, and where. */
export function CompanyDateDialog({ date, onClose }: CompanyDateDialogProps) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<CompanyDateDraft>(() => companyDateDraftOf(date, lastName()))
  const [isChecked, setIsChecked] = useState(false)
  const reading = readCompanyDate(draft, date)
  const oneAtATime = useOneAtATime()
  const storing = useMutation({
    onSettled: oneAtATime.settle,
    mutationFn: async (ready: Exclude<typeof reading, { kind: 'faulty' }>) => {
      const { ticker, period } = date
      const params = {
        ticker: ticker ?? '',
        kind: companyDateKindSchema.parse(date.kind),
        period: period ?? '',
      }
      if (ready.kind === 'remove') await call(deleteCompanyDate, { params, body: ready.body })
      else await call(putCompanyDate, { params, body: ready.body })
    },
    onSuccess: async () => {
      keepName(draft.reason.by)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const errors: FieldErrors = {
    ...(storing.error === null ? {} : refusedFields(storing.error)),
    ...(isChecked && reading.kind === 'faulty' ? reading.errors : {}),
  }
  const change = (patch: Partial<CompanyDateDraft>) => {
    storing.reset()
    setDraft({ ...draft, ...patch })
  }
  return (
    <ConfirmDialog
      title="Which date was announced?"
      confirm={draft.takeBack ? 'Take it back' : 'Record the date'}
      isPending={storing.isPending}
      error={storing.error}
      onConfirm={() => {
        setIsChecked(true)
        if (reading.kind !== 'faulty' && oneAtATime.begin()) storing.mutate(reading)
      }}
      onCancel={onClose}
    >
      <p>{date.title}</p>
      {date.basis === 'announced' ? (
        <Checkbox
          size="xs"
          label="Take the recorded date back"
          checked={draft.takeBack}
          onChange={(event) => change({ takeBack: event.currentTarget.checked })}
        />
      ) : null}
      {draft.takeBack ? null : (
        <div className={classes['fields']}>
          <TextInput
            size="xs"
            type="date"
            label="Announced date"
            value={draft.date}
            error={errors['date']}
            onChange={(event) => change({ date: event.currentTarget.value })}
          />
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
          <TextInput
            size="xs"
            className={classes['wide'] ?? ''}
            label="Note, if any"
            value={draft.note}
            error={errors['note']}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </div>
      )}
      <ReasonPart
        reason={draft.reason}
        errors={errors}
        isBusy={storing.isPending}
        onChange={(reason) => change({ reason })}
      />
    </ConfirmDialog>
  )
}
