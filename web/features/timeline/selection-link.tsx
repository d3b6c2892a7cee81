import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TimelineSelection } from '../../charts/timeline.ts'
import type { Search } from '../../ui/search.ts'
import { selecting } from './view.ts'

export type SelectionLinkProps = {
  readonly selection: TimelineSelection
  readonly children: ReactNode
}

/** A link that selects a thing and leaves the rest of the view as it is; it can be opened in a new tab. */
export function SelectionLink({ selection, children }: SelectionLinkProps) {
  const { event, filing, day } = selecting(selection)
  return (
    <Link
      to="/"
      search={(former: Search): Search => ({
        ...former,
        event: event ?? undefined,
        filing: filing ?? undefined,
        day: day ?? undefined,
      })}
      resetScroll={false}
    >
      {children}
    </Link>
  )
}
