import { Button } from '@mantine/core'
import { deleteCalendarOverride, type CalendarOverrideRow } from '@oreline/shared/api/calendar-overrides.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './calendars.module.css'
import { overrideWords } from './override-words.ts'

/** The days on which an operator knows better than the shipped calendar, each with a way back. */
export function OverrideList({ rows }: { readonly rows: readonly CalendarOverrideRow[] }) {
  const momentText = useMomentText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<CalendarOverrideRow | null>(null)
  const taking = useMutation({
    mutationFn: ({ calendar, date }: CalendarOverrideRow) =>
      call(deleteCalendarOverride, { params: { calendar, date } }),
    onSuccess: () => {
      setAsking(null)
      return queries.invalidateQueries()
    },
  })
  return (
    <>
      <p aria-live="polite" className={classes['result']}>
        {taking.data === undefined || taking.variables === undefined
          ? ''
          : `Taken back: ${overrideWords(taking.variables)}. The shipped calendar holds again.`}
      </p>
      {rows.length === 0 ? (
        <p className={classes['faint']}>No day is overruled: the shipped calendars hold.</p>
      ) : (
        <ul className={classes['overrides']}>
          {rows.map((row) => (
            <li key={`${row.calendar} ${row.date}`}>
              <div>
                <strong>{overrideWords(row)}</strong>
                <p className={classes['faint']}>
                  {row.note} · stored {momentText(row.recorded_at, null)}
                </p>
              </div>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Take back: ${overrideWords(row)}`}
                onClick={() => {
                  taking.reset()
                  setAsking(row)
                }}
              >
                Take back…
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asking === null ? null : (
        <ConfirmDialog
          title={`Take back “${overrideWords(asking)}”?`}
          confirm="Take back"
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={() => taking.mutate(asking)}
          onCancel={() => setAsking(null)}
        >
          <p>
            The shipped calendar holds again for this day: gaps, ages and the sessions of events are counted
            by it.
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
