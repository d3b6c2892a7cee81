import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import type { ComponentType, ReactNode } from 'react'

/** How a screen leads from one event to another: the Timeline selects it, a page of its own goes to its page. */
export type EventLinkComponent = ComponentType<{ readonly id: EventId; readonly children: ReactNode }>
