import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Search } from '../../ui/search.ts'

/** To an event on the Timeline, whatever was chosen there. */
export function EventLink({ id, children }: { readonly id: EventId; readonly children: ReactNode }) {
  return (
    <Link
      to="/"
      search={(former: Search): Search => ({ ...former, event: id, filing: undefined, day: undefined })}
    >
      {children}
    </Link>
  )
}
