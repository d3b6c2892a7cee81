import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import type { ReactNode } from 'react'
import { SelectionLink } from './selection-link.tsx'

/** A link to another event that stays on the Timeline. */
export function SelectedEvent({ id, children }: { readonly id: EventId; readonly children: ReactNode }) {
  return <SelectionLink selection={{ kind: 'event', id }}>{children}</SelectionLink>
}
