import { Button } from '@mantine/core'
import type { Candidate, MayAmendRow } from '@oreline/shared/api/inbox.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { errorText } from '../../ui/error-text.ts'
import { formatDay } from '../../ui/format.ts'
import { lastName } from '../../ui/last-name.ts'
import type { Search } from '../../ui/search.ts'
import { Section } from '../../ui/section.tsx'
import { DecideDialog, type Asking } from './decide-dialog.tsx'
import classes from './inbox.module.css'
import { amendWords } from './inbox-words.ts'
import type { OnDecided } from './use-announced.ts'
import { useDecision } from './use-decision.ts'

/** What can be done with a candidate: link it, make an event of it, dismiss it; or put a decided one on the list again. */
export function CandidateActions({
  candidate,
  onDecided,
}: {
  readonly candidate: Candidate
  readonly onDecided: OnDecided
}) {
  const { id, state, may_amend: amended, decision } = candidate
  const eventId = decision?.event_id ?? null
  const deciding = useDecision(id, (body) => onDecided(candidate, body))
  const [asking, setAsking] = useState<Asking | null>(null)
  const ask = (what: Asking) => {
    deciding.reset()
    setAsking(what)
  }
  /** In one press, once the name is known. */
  const link = (eventId: EventId) => {
    const by = lastName()
    if (by === '') ask({ kind: 'link', eventId })
    else deciding.mutate({ decision: 'link', event_id: eventId, by, reason: null })
  }
  return (
    <div className={classes['details']}>
      {amended.length === 0 ? null : (
        <Section title={state === 'open' ? 'Events it may belong to' : 'Events that were suggested'}>
          <ul className={classes['events']}>
            {amended.map((event) => (
              <AmendLine
                key={event.event_id}
                event={event}
                isPending={deciding.isPending}
                onLink={state === 'open' ? link : null}
              />
            ))}
          </ul>
        </Section>
      )}
      {deciding.error === null || asking !== null ? null : (
        <p role="alert" className={classes['error']}>
          Not done: {errorText(deciding.error)}
        </p>
      )}
      <div className={classes['buttons']}>
        {state === 'open' ? (
          <>
            <Button
              size="xs"
              renderRoot={(props) => (
                // The form begins with this candidate, and with nothing else of this screen.
                <Link to="/events/new" search={{ from: String(id) } satisfies Search} {...props} />
              )}
            >
              Create event
            </Button>
            <Button size="xs" variant="default" onClick={() => ask({ kind: 'link', eventId: null })}>
              Link to an event…
            </Button>
            <Button size="xs" variant="default" onClick={() => ask({ kind: 'dismiss' })}>
              Dismiss…
            </Button>
          </>
        ) : (
          <>
            {eventId === null ? null : (
              <Button
                size="xs"
                variant="default"
                renderRoot={(props) => (
                  <Link to="/events/$id" params={{ id: eventId }} search={{}} {...props} />
                )}
              >
                Show the event
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => ask({ kind: 'reopen' })}>
              Reopen…
            </Button>
          </>
        )}
      </div>
      {asking === null ? null : (
        <DecideDialog
          asking={asking}
          title={candidate.title_en ?? candidate.title}
          isPending={deciding.isPending}
          error={deciding.error}
          onConfirm={(body) => deciding.mutate(body, { onSuccess: () => setAsking(null) })}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  )
}

function AmendLine({
  event,
  isPending,
  onLink,
}: {
  readonly event: MayAmendRow
  readonly isPending: boolean
  /** null: it is decided. */
  readonly onLink: ((eventId: EventId) => void) | null
}) {
  return (
    <li>
      <span className={classes['eventWords']}>
        <Link to="/events/$id" params={{ id: event.event_id }} search={{}}>
          {event.event_title}
        </Link>
        <span className={classes['faint']}>
          {formatDay(event.announced_date)}. {amendWords(event)}
        </span>
      </span>
      {onLink === null ? null : (
        <Button
          size="compact-xs"
          variant="default"
          disabled={isPending}
          aria-label={`Link to ${event.event_title}`}
          onClick={() => onLink(event.event_id)}
        >
          Link
        </Button>
      )}
    </li>
  )
}
