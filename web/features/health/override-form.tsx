import { Button, NativeSelect, TextInput } from '@mantine/core'
import { putCalendarOverride } from '@oreline/shared/api/calendar-overrides.ts'
import type { DayOverride } from '@oreline/shared/domain/calendar/overrides.ts'
import { calendarIdSchema } from '@oreline/shared/kernel/brand.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { errorText } from '../../ui/error-text.ts'
import { exchangeWords } from '../../ui/policy-words.ts'
import classes from './calendars.module.css'
import { emptyDraft, overrideKinds, readDraft, type OverrideDraft } from './override-draft.ts'
import { overrideKindWords, overrideWords } from './override-words.ts'

/** Overrules the shipped calendar for one day of one exchange. */
export function OverrideForm() {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<OverrideDraft>(emptyDraft)
  const [isChecked, setIsChecked] = useState(false)
  const storing = useMutation({
    mutationFn: ({ calendar, date, override }: DayOverride) =>
      call(putCalendarOverride, { params: { calendar, date }, body: override }),
    onSuccess: () => {
      setDraft(emptyDraft)
      setIsChecked(false)
      return queries.invalidateQueries()
    },
  })
  const reading = readDraft(draft)
  const faults = isChecked && reading.kind === 'faulty' ? reading.faults : {}
  const change = (patch: Partial<OverrideDraft>) => setDraft({ ...draft, ...patch })
  const kindOf = (text: string) => overrideKinds.find((kind) => kind === text) ?? draft.kind
  return (
    <form
      className={classes['form']}
      noValidate
      aria-label="Overrule a day"
      onSubmit={(event) => {
        event.preventDefault()
        setIsChecked(true)
        if (reading.kind === 'ready') storing.mutate(reading.overruling)
      }}
    >
      <NativeSelect
        size="xs"
        label="Exchange"
        value={draft.calendar}
        error={faults.calendar}
        onChange={(event) => change({ calendar: event.currentTarget.value })}
        data={calendarIdSchema.options.map((value) => ({ value, label: exchangeWords[value] }))}
      />
      <TextInput
        size="xs"
        type="date"
        label="Day"
        value={draft.date}
        error={faults.date}
        onChange={(event) => change({ date: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="What is true"
        value={draft.kind}
        onChange={(event) => change({ kind: kindOf(event.currentTarget.value) })}
        data={overrideKinds.map((value) => ({ value, label: overrideKindWords[value] }))}
      />
      {draft.kind === 'early-close' ? (
        <TextInput
          size="xs"
          type="time"
          label="Closes at, on its own clock"
          value={draft.close}
          error={faults.close}
          onChange={(event) => change({ close: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        size="xs"
        className={classes['note'] ?? ''}
        label="Why, and where it was announced"
        value={draft.note}
        error={faults.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Button size="xs" type="submit" loading={storing.isPending}>
        Overrule the calendar
      </Button>
      <p className={classes['result']} aria-live="polite">
        {storing.data === undefined ? '' : `Stored: ${overrideWords(storing.data.data)}.`}
      </p>
      {storing.error === null ? null : (
        <p role="alert" className={classes['error']}>
          Not stored: {errorText(storing.error)}
        </p>
      )}
    </form>
  )
}
