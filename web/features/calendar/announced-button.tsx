import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import classes from './calendar.module.css'

/** Leads to the form for what a company announced; quiet, for most rows of companies have it. */
export function AnnouncedButton({
  date: { basis, title },
  onClick,
}: {
  readonly date: CalendarDate
  readonly onClick: () => void
}) {
  const words = basis === 'announced' ? 'Change what is recorded' : 'Record the announced date'
  return (
    <button type="button" className={classes['quiet']} aria-label={`${words}: ${title}`} onClick={onClick}>
      {words}
    </button>
  )
}
