import { getPolicyEvent, getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { eventIdSchema, type EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { endpointQuery } from '../../api.ts'
import { isMissing, MissingEvent } from '../../event/missing-event.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PastRibbon } from '../../ui/past-ribbon.tsx'
import { EventSheet } from './event-sheet.tsx'
import { useEventMoment } from './use-event-moment.ts'

const MOST_EVENTS = 1_000

/** Everything about one event under an address of its own. */
export function EventPage() {
  const { id: text = '' } = useParams({ strict: false })
  const id = eventIdSchema.safeParse(text).data
  if (id === undefined)
    return (
      <Notice tone="warn" title="This address names no event">
        Ids of events are lower-case words joined by hyphens, such as cn-2025-04-04-mofcom-18.
      </Notice>
    )
  return <OneEvent key={id} id={id} />
}

function OneEvent({ id }: { readonly id: EventId }) {
  const moment = useEventMoment()
  const event = useQuery(endpointQuery(getPolicyEvent, { params: { id }, query: moment.onDay }))
  const catalogue = useQuery(
    endpointQuery(getPolicyEvents, {
      query: { context: 'true', limit: MOST_EVENTS, ...moment.onDay },
    }),
  )
  // Also where it was loaded before: what was taken off does not go on being shown as it stood.
  if (isMissing(event.error) && moment.asOf === null) return <MissingEvent id={id} />
  return (
    <>
      <PastRibbon asOf={moment.asOf} more="Closes too are as they were held then." onReturn={moment.toNow} />
      <Loaded query={event} what="The event" height={480}>
        {event.data === undefined ? null : (
          <EventSheet event={event.data.data} events={catalogue.data?.data ?? []} moment={moment} />
        )}
      </Loaded>
    </>
  )
}
