import { getPolicyEvent, getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { eventIdSchema } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { endpointQuery } from '../../api.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EventSheet } from './event-sheet.tsx'

const MOST_EVENTS = 1_000

/** Everything about one event under an address of its own. */
export function EventPage() {
  const { id = '' } = useParams({ strict: false })
  const event = useQuery(endpointQuery(getPolicyEvent, { params: { id }, query: {} }))
  const catalogue = useQuery(
    endpointQuery(getPolicyEvents, { query: { context: 'true', limit: MOST_EVENTS } }),
  )
  if (!eventIdSchema.safeParse(id).success)
    return (
      <Notice tone="warn" title="This address names no event">
        Ids of events are lower-case words joined by hyphens, such as cn-2025-04-04-mofcom-18.
      </Notice>
    )
  return (
    <Loaded query={event} what="The event" height={480}>
      {event.data === undefined ? null : (
        <EventSheet event={event.data.data} events={catalogue.data?.data ?? []} />
      )}
    </Loaded>
  )
}
