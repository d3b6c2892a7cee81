import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { formatDay } from '../../ui/format.ts'
import classes from './calendar.module.css'
import { DateMark } from './date-mark.tsx'
import { inkOfDate } from './date-ink.ts'
import { nextDays } from './date-groups.ts'
import { DateTitle } from './date-title.tsx'
import { kindWords } from './date-words.ts'

const MOST_CARDS = 3

/** A countdown to each of the next days that are set; of a date known to the month nobody can count days. */
export function NextCards({ dates }: { readonly dates: readonly CalendarDate[] }) {
  const days = nextDays(dates, MOST_CARDS)
  if (days.length === 0) return null
  return (
    <ol className={classes['cards']} aria-label="The next set dates">
      {days.map(({ daysLeft, dates: ofDay }) => (
        <li key={daysLeft} className={classes['card']}>
          <div className={classes['count']}>
            <strong>{daysLeft === 0 ? 'today' : daysLeft}</strong>
            {daysLeft === 0 ? null : <span>{daysLeft === 1 ? 'day' : 'days'}</span>}
          </div>
          <div className={classes['cardBody']}>
            <p className={classes['cardDay']}>{ofDay[0] === undefined ? '' : formatDay(ofDay[0].date)}</p>
            <ul>
              {ofDay.map((date) => (
                <li key={date.id}>
                  <svg width="16" height="16" viewBox="-9 -9 18 18" aria-hidden="true">
                    <DateMark date={date} ink={inkOfDate(date)} />
                  </svg>
                  <span>
                    <DateTitle date={date} />{' '}
                    <span className={classes['faint']}>
                      {date.ticker === null ? kindWords[date.kind].toLowerCase() : null}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}
