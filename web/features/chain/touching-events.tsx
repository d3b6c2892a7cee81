import type { ChainEvent } from '@oreline/shared/api/chain.ts'
import { formatDay } from '../../ui/format.ts'
import { jurisdictionWords } from '../../ui/policy-words.ts'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Touching } from './cells.ts'
import { EventLink, OnTimelineLink } from './event-link.tsx'
import classes from './panel.module.css'
import { Details } from './details.tsx'

/** The events that touch what is chosen, those in force first; the rest on request. */
export function TouchingEvents({ touching }: { readonly touching: Touching }) {
  const { inForce, paused, others } = touching
  return (
    <Section
      title="Events that touch it"
      note={`${inForce.length} in force, ${paused.length} paused, ${others.length} otherwise`}
    >
      {inForce.length + paused.length + others.length === 0 ? (
        <p className={classes['note']}>No event that was public names this place.</p>
      ) : null}
      <EventList events={newestFirst(paused)} />
      <EventList events={newestFirst(inForce)} />
      {others.length === 0 ? null : (
        <Details className={classes['more']} summary={<>Announced, proposed or over: {others.length}</>}>
          <EventList events={newestFirst(others)} />
        </Details>
      )}
    </Section>
  )
}

function EventList({ events }: { readonly events: readonly ChainEvent[] }) {
  if (events.length === 0) return null
  return (
    <ul className={classes['events']}>
      {events.map((event) => (
        <li key={event.id}>
          <EventLink id={event.id}>{event.title}</EventLink>
          <span className={classes['eventWords']}>
            {event.state === null ? null : (
              <StateMark value={event.state.value} unconfirmed={event.state.unconfirmed === true} />
            )}
            <span>
              {jurisdictionWords(event.jurisdiction)}, {formatDay(event.announced_date)}
            </span>
            <OnTimelineLink id={event.id} title={event.title} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const newestFirst = (events: readonly ChainEvent[]) =>
  events.toSorted((one, other) => (one.announced_date < other.announced_date ? 1 : -1))
