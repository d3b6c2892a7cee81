import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Search } from './search.ts'

/** A link to a day on the Timeline, as it is now. */
export function TimelineDayLink({
  date,
  children,
}: {
  readonly date: IsoDate
  readonly children: ReactNode
}) {
  return (
    <Link
      to="/"
      search={(former: Search): Search => ({
        ...former,
        day: date,
        event: undefined,
        filing: undefined,
        as_of: undefined,
      })}
    >
      {children}
    </Link>
  )
}
