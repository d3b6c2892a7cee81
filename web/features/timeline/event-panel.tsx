import { Button } from '@mantine/core'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { addDays, isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import type { DayRange } from '../../charts/timeline.ts'
import { formatDay } from '../../ui/format.ts'
import { instrumentWords, jurisdictionWords } from '../../ui/policy-words.ts'
import { EventDates } from '../../event/event-dates.tsx'
import { EventMoves } from '../../event/event-moves.tsx'
import { EventParts } from '../../event/event-parts.tsx'
import { EventRelations } from '../../event/event-relations.tsx'
import { EventScope } from '../../event/event-scope.tsx'
import { EventSessionTable } from '../../event/event-session-table.tsx'
import { EventSources } from '../../event/event-sources.tsx'
import { EventState } from '../../event/event-state.tsx'
import { EventSteps } from '../../event/event-steps.tsx'
import type { Search } from '../../ui/search.ts'
import { Panel } from './panel.tsx'
import { SelectedEvent } from './selected-event.tsx'
import classes from './panel.module.css'

/** Days on either side of an announcement when the reader looks at it closely. */
const CLOSE_UP_DAYS = 45

export type EventPanelProps = {
  readonly event: PolicyEventRow
  /** For the titles of related events. */
  readonly events: readonly PolicyEventRow[]
  readonly today: IsoDate
  /** The day whose state is told; steps after it are still to come. */
  readonly at: IsoDate
  /** System time; null: what is stored now. */
  readonly asOf: Instant | null
  readonly onClose: () => void
  readonly onRange: (range: DayRange) => void
  readonly onBase: (day: IsoDate) => void
}

/** One policy event: what, since when, for whom, what next, and how anybody knows. */
export function EventPanel({ event, events, today, at, asOf, onClose, onRange, onBase }: EventPanelProps) {
  const day = event.announced_date
  return (
    <Panel
      kicker={`${instrumentWords[event.instrument_type]} · ${jurisdictionWords(event.jurisdiction)} · ${event.issuing_body}`}
      title={event.title}
      onClose={onClose}
    >
      {at === today ? null : <p className={classes['stateOn']}>On {formatDay(at)}</p>}
      <EventState event={at === today ? event : { ...event, status_note: null }} today={at} />
      <p className={classes['summary']}>{event.summary}</p>
      <EventDates event={event} />
      <div className={classes['actions']}>
        <Button size="compact-xs" variant="default" onClick={() => onRange(around(day))}>
          Close-up
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onBase(dayBefore(event))}>
          100 before the event
        </Button>
        <Link
          to="/events/$id"
          params={{ id: event.id }}
          // The day and the moment go along, nothing else of the Timeline.
          search={({ at: day, as_of: moment }: Search): Search => ({ at: day, as_of: moment })}
          className={classes['edit']}
        >
          Full page
        </Link>
        <Link to="/events/$id/edit" params={{ id: event.id }} className={classes['edit']}>
          Edit
        </Link>
      </div>
      <EventSessionTable event={event} />
      <EventMoves id={event.id} exposures={event.tickers} asOf={asOf} />
      <EventParts event={event} />
      <EventSteps event={event} today={at} EventLink={SelectedEvent} />
      <EventScope event={event} />
      <EventRelations event={event} events={events} EventLink={SelectedEvent} />
      <EventSources event={event} />
    </Panel>
  )
}

const around = (day: IsoDate): DayRange => ({
  from: addDays(day, -CLOSE_UP_DAYS),
  to: addDays(day, CLOSE_UP_DAYS),
})

/** The weekday before the first session that could react: a base on the day itself would hide the reaction. */
function dayBefore({ announced_date: announced, event_sessions: sessions }: PolicyEventRow): IsoDate {
  const first = Object.values(sessions)
    .map(({ date }) => date)
    .toSorted()[0]
  let day = addDays(first ?? announced, -1)
  while (!isWeekday(day)) day = addDays(day, -1)
  return day
}
