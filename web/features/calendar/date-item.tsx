import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import type { ReactNode } from 'react'
import { ExternalLink } from '../../ui/external-link.tsx'
import { formatDay } from '../../ui/format.ts'
import { sentence } from '../../ui/form-errors.ts'
import { jurisdictionWords } from '../../ui/policy-words.ts'
import classes from './calendar.module.css'
import { inkOfDate } from './date-ink.ts'
import { DateMark } from './date-mark.tsx'
import { DateTitle } from './date-title.tsx'
import { distanceWords, kindWords, rowId, trustWords, whenWords } from './date-words.ts'

export type DateItemProps = {
  readonly date: CalendarDate
  /** false: the day stands above the list already. */
  readonly isDated?: boolean
  /** What can be done about it. */
  readonly action?: ReactNode
}

/** One date with everything that says how far to trust it. */
export function DateItem({ date, isDated = true, action }: DateItemProps) {
  const { jurisdiction, ticker, note, provision, source, latest } = date
  return (
    <li id={rowId(date)} tabIndex={-1} className={classes['item']} data-dated={isDated}>
      {isDated ? (
        <div className={classes['when']}>
          <strong>{whenWords(date)}</strong>
          <span>{distanceWords(date)}</span>
        </div>
      ) : null}
      <svg className={classes['mark']} width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
        <DateMark date={{ ...date, passed_unconfirmed: false }} ink={inkOfDate(date)} />
      </svg>
      <div className={classes['what']}>
        <p className={classes['title']}>
          <DateTitle date={date} />
        </p>
        {ticker !== null && note === null ? null : (
          <p>
            {ticker === null ? kindWords[date.kind] : null}
            {provision === null ? null : <span className={classes['chip']}>{provision}</span>}
            {note === null ? null : (
              <span className={classes['faint']}>{ticker === null ? `: ${note}` : sentence(note)}</span>
            )}
          </p>
        )}
        <p className={classes['trust']}>
          <span className={classes['chip']}>
            {jurisdiction === null ? ticker : jurisdictionWords(jurisdiction)}
          </span>
          <span className={classes['chip']} data-basis={date.confidence === 'known' ? 'known' : date.basis}>
            {trustWords(date)}
          </span>
          <span>
            <SourceLink source={source} />
            {latest === null ? null : (
              <>
                {' '}
                · at the latest {formatDay(latest.date)}, <SourceLink source={latest.source} />
              </>
            )}
          </span>
        </p>
        {action}
      </div>
    </li>
  )
}

function SourceLink({ source: { name, url, date } }: { readonly source: CalendarDate['source'] }) {
  return (
    <>
      {url === null ? name : <ExternalLink href={url}>{name}</ExternalLink>}
      {date === null ? null : <span className={classes['faint']}> ({formatDay(date)})</span>}
    </>
  )
}
