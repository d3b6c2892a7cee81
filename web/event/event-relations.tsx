import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { formatDated } from '../ui/policy-words.ts'
import { Section } from '../ui/section.tsx'
import type { EventLinkComponent } from './event-link.ts'
import classes from './event.module.css'

export type EventRelationsProps = {
  readonly event: PolicyEventRow
  /** The whole catalogue, for titles and dates. */
  readonly events: readonly PolicyEventRow[]
  readonly EventLink: EventLinkComponent
}

/** What the event paused or replaced, what paused or replaced it, and what belongs to it, whichever of the two says so. */
export function EventRelations({ event, events, EventLink }: EventRelationsProps) {
  const groups = [
    { name: 'Suspends', ids: event.links.suspends },
    { name: 'Suspended by', ids: event.links.suspended_by },
    { name: 'Replaces', ids: event.links.supersedes },
    { name: 'Replaced by', ids: event.links.superseded_by },
    { name: 'See also', ids: event.links.related },
  ].filter(({ ids }) => ids.length > 0)
  if (groups.length === 0) return null
  const titleOf = (id: EventId) => events.find((one) => one.id === id)
  return (
    <Section title="Related events">
      <ul className={classes['links']}>
        {groups.flatMap(({ name, ids }) =>
          ids.map((id) => {
            const other = titleOf(id)
            return (
              <li key={`${name}-${id}`}>
                <span className={classes['faint']}>{name}: </span>
                <EventLink id={id}>{other?.title ?? id}</EventLink>
                {other === undefined ? null : (
                  <span className={classes['faint']}>
                    {' '}
                    {formatDated(other.announced_date, other.date_precision)}
                  </span>
                )}
              </li>
            )
          }),
        )}
      </ul>
    </Section>
  )
}
