import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { Link } from '@tanstack/react-router'

/** The title of a date, leading to its event, or to the company on the Timeline. */
export function DateTitle({ date: { event, ticker, title } }: { readonly date: CalendarDate }) {
  if (event !== null)
    return (
      <Link to="/events/$id" params={{ id: event }}>
        {title}
      </Link>
    )
  return (
    <Link to="/" search={{ tickers: ticker ?? undefined, list: 'filings' }}>
      {title}
    </Link>
  )
}
