import { Button } from '@mantine/core'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { useLayoutEffect, useRef, useState } from 'react'
import { formatCount } from '../../ui/format.ts'
import { AnnouncedButton } from './announced-button.tsx'
import classes from './calendar.module.css'
import { CompanyDateDialog } from './company-date-dialog.tsx'
import { passedGroups } from './date-groups.ts'
import { DateItem } from './date-item.tsx'
import { OutcomeDialog, type OutcomeDialogProps } from './outcome-dialog.tsx'

/** Ends and promised days that have passed, each open until somebody says with a source what became of it. */
export function PassedList({ dates }: { readonly dates: readonly CalendarDate[] }) {
  const [recording, setRecording] = useState<CalendarDate | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => setRecording(null)
  // What was recorded left the list, and its button, which had the focus, with it.
  const wasRecording = useRef(false)
  useLayoutEffect(() => {
    if (wasRecording.current && recording === null && document.activeElement === document.body)
      heading.current?.focus()
    wasRecording.current = recording !== null
  }, [recording])
  const groups = passedGroups(dates)
  if (groups.length === 0) return null
  const count = groups.reduce((sum, group) => sum + group.dates.length, 0)
  return (
    <section className={classes['group']} data-tone="warn" aria-labelledby="passed">
      <h2 id="passed" ref={heading} tabIndex={-1}>
        Date passed, outcome unconfirmed <span className={classes['faint']}>{formatCount(count)}</span>
      </h2>
      <p className={classes['hint']}>
        No source was found for what happened then. Each stays here, and its state unconfirmed, until an
        outcome is recorded with its sources.
      </p>
      {groups.map(({ title, dates: ofDay }) => (
        <section key={title} className={classes['passed']} aria-label={title}>
          <h3>{title}</h3>
          <ol>
            {ofDay.map((date) => (
              <DateItem
                key={date.id}
                date={date}
                isDated={false}
                action={
                  date.event === null ? (
                    <AnnouncedButton date={date} onClick={() => setRecording(date)} />
                  ) : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Record the outcome: ${date.title}`}
                      onClick={() => setRecording(date)}
                    >
                      Record the outcome
                    </Button>
                  )
                }
              />
            ))}
          </ol>
        </section>
      ))}
      {recording === null ? null : <RecordDialog date={recording} onClose={close} />}
    </section>
  )
}

/** The outcome of a date of a company is the filing that comes; until then only what was recorded can be changed. */
function RecordDialog(props: OutcomeDialogProps) {
  return props.date.event === null ? <CompanyDateDialog {...props} /> : <OutcomeDialog {...props} />
}
