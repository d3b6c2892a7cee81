import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../ui/format.ts'
import { stepWords } from '../ui/policy-words.ts'
import { Section } from '../ui/section.tsx'
import type { EventLinkComponent } from './event-link.ts'
import classes from './event.module.css'

/** The event's life so far, step by step. */
export function EventSteps({
  event,
  today,
  EventLink,
}: {
  readonly event: PolicyEventRow
  readonly today: IsoDate
  readonly EventLink: EventLinkComponent
}) {
  return (
    <Section title="Steps">
      <ol className={classes['steps']}>
        {event.status_history.map(({ date, status, note, related }, place) => (
          // Two steps of one day and kind differ by their place alone.
          <li
            key={`${place}-${status}`}
            className={classes['step']}
            data-future={date !== null && date > today}
          >
            <div>
              <strong>{stepWords[status]}</strong>{' '}
              <span className={classes['faint']}>{date === null ? 'day unknown' : formatDay(date)}</span>
              {note === null ? null : <div>{note}</div>}
              {related === null ? null : <EventLink id={related}>the event behind it</EventLink>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
