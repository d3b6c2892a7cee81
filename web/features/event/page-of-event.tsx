import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to the page of another event. */
export function PageOfEvent({ id, children }: { readonly id: EventId; readonly children: ReactNode }) {
  return (
    <Link to="/events/$id" params={{ id }}>
      {children}
    </Link>
  )
}
