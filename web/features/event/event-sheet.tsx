import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { EventDates } from '../../event/event-dates.tsx'
import { EventMoves } from '../../event/event-moves.tsx'
import { EventParts } from '../../event/event-parts.tsx'
import { EventRelations } from '../../event/event-relations.tsx'
import { EventScope } from '../../event/event-scope.tsx'
import { EventSessionTable } from '../../event/event-session-table.tsx'
import { EventSources } from '../../event/event-sources.tsx'
import { EventState } from '../../event/event-state.tsx'
import { EventSteps } from '../../event/event-steps.tsx'
import { EventClaims } from '../../event/event-claims.tsx'
import { EventHistory } from '../../event/event-history.tsx'
import { formatDay } from '../../ui/format.ts'
import { instrumentWords, jurisdictionWords } from '../../ui/policy-words.ts'
import { EventActions } from './event-actions.tsx'
import { EventChain } from './event-chain.tsx'
import { EventDocuments } from './event-documents.tsx'
import { EventPicture } from './event-picture.tsx'
import classes from './event-page.module.css'
import { PageOfEvent } from './page-of-event.tsx'
import { ScheduledHere } from './scheduled-here.tsx'
import type { EventMoment } from './use-event-moment.ts'

type EventSheetProps = {
  readonly event: PolicyEventRow
  /** The whole catalogue, for titles of related events; empty while it is on its way. */
  readonly events: readonly PolicyEventRow[]
  readonly moment: EventMoment
}

/** One event in full: what, since when, for whom, what next, what happened, and how anybody knows. Prints on paper. */
export function EventSheet({ event, events, moment }: EventSheetProps) {
  const { at, asOf, stored, isChosen, toNow } = moment
  return (
    <article className={classes['sheet']}>
      <title>{`Oreline: ${event.title}`}</title>
      <header className={classes['head']}>
        <p className={classes['kicker']}>
          {instrumentWords[event.instrument_type]} · {jurisdictionWords(event.jurisdiction)} ·{' '}
          {event.issuing_body}
        </p>
        <h1>{event.title}</h1>
        {isChosen ? (
          <p className={classes['day']}>
            On {formatDay(at)}{' '}
            <button type="button" onClick={toNow}>
              As of today
            </button>
          </p>
        ) : null}
        <EventState event={isChosen ? { ...event, status_note: null } : event} today={at} />
        <p className={classes['summary']}>{event.summary}</p>
        <EventActions event={event} moment={moment} />
      </header>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <section className={classes['card']} aria-label="Picture">
            <EventPicture event={event} moment={moment} />
          </section>
          <section className={classes['card']} aria-label="What happened">
            <EventMoves id={event.id} exposures={event.tickers} asOf={asOf} />
            <EventSessionTable event={event} />
          </section>
          <section className={classes['card']} aria-label="The chain">
            <EventScope event={event} />
            <EventChain id={event.id} moment={moment} />
          </section>
          <section className={classes['card']} aria-labelledby="claims">
            <h2 id="claims">What sources say against each other</h2>
            <EventClaims
              id={event.id}
              stored={stored}
              empty="No source is known to contradict another about this event."
            />
          </section>
          <section className={classes['card']} aria-labelledby="history">
            <h2 id="history">Changes of this entry</h2>
            <EventHistory id={event.id} stored={stored} />
          </section>
        </div>
        <div className={classes['column']}>
          <section className={classes['card']} aria-label="Dates">
            <EventDates event={event} />
            <ScheduledHere event={event} today={at} />
            <EventParts event={event} />
            <EventSteps event={event} today={at} EventLink={PageOfEvent} />
          </section>
          <section className={classes['card']} aria-label="Relations and sources">
            <EventRelations event={event} events={events} EventLink={PageOfEvent} />
            <EventSources event={event} />
            <EventDocuments id={event.id} stored={stored} />
          </section>
        </div>
      </div>
    </article>
  )
}
