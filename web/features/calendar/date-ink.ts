import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { inkOfLane } from '../../charts/jurisdictions.ts'

/** By the end of Yahoo's symbols, which Oreline's tickers are. */
const listedIn: Readonly<Record<string, string>> = { AX: 'AU', SS: 'CN' }

/** Colour means place: that of the country or body that acts, of a company that of where it is listed. */
export function inkOfDate({ jurisdiction, ticker }: Pick<CalendarDate, 'jurisdiction' | 'ticker'>): string {
  return inkOfLane(jurisdiction ?? listedIn[ticker?.split('.')[1] ?? ''] ?? 'US')
}
