import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { scheduledDates } from '@oreline/shared/domain/policy/schedule.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../ui/format.ts'
import { scheduledWords } from '../../ui/policy-words.ts'
import { Section } from '../../ui/section.tsx'
import classes from './event-page.module.css'

/** What lies ahead of the event, and what has passed without an outcome. */
export function ScheduledHere({ event, today }: { readonly event: PolicyEventRow; readonly today: IsoDate }) {
  const dates = scheduledDates(event, today)
  if (dates.length === 0) return null
  return (
    <Section title="What comes next">
      <ul className={classes['plain']}>
        {dates.map(({ date, kind, note, passedUnconfirmed, provision }) => (
          <li key={`${kind}-${provision ?? ''}-${date}`}>
            <strong>{formatDay(date)}</strong> {scheduledWords[kind]}
            {note === null ? '' : `: ${note}`}
            {passedUnconfirmed ? (
              <span className={classes['doubt']}>
                {' '}
                The date has passed, the outcome is unconfirmed.{' '}
                <Link to="/calendar">Record it with a source</Link>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
