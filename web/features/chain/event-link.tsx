import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Search } from '../../ui/search.ts'

/** To the event's own page. */
export function EventLink({ id, children }: { readonly id: EventId; readonly children: ReactNode }) {
  return (
    <Link to="/events/$id" params={{ id }}>
      {children}
    </Link>
  )
}

/** To the event on the Timeline, whatever was chosen there. */
export function OnTimelineLink({ id, title }: { readonly id: EventId; readonly title: string }) {
  return (
    <Link
      to="/"
      search={(former: Search): Search => ({ ...former, event: id, filing: undefined, day: undefined })}
      aria-label={`${title}: on the Timeline`}
    >
      on the Timeline
    </Link>
  )
}
