/** Where other programs subscribe to what is shown: the same filters in the address. */
import type { CalendarFilter } from '@oreline/shared/domain/policy/calendar-filter.ts'

export type FeedAddresses = {
  readonly calendar: string
  /** Opens the reader's calendar program. */
  readonly webcal: string
  /** null: the feed is of policy, and only companies are shown. */
  readonly feed: string | null
}

/** `origin`: where Oreline is reached. `alarmDays`: days before each date on which to remind; null: never. */
export function feedAddresses(
  origin: string,
  { kind, ...filter }: CalendarFilter,
  alarmDays: number | null,
): FeedAddresses {
  const calendar = `${origin}/calendar.ics${queryOf({ ...filter, kind, alarm: alarmDays === null ? undefined : [String(alarmDays)] })}`
  const isOfCompanies = kind?.includes('results') === true
  return {
    calendar,
    webcal: calendar.replace(/^https?:/, 'webcal:'),
    feed: isOfCompanies ? null : `${origin}/feed.atom${queryOf(filter)}`,
  }
}

function queryOf(filter: Readonly<Record<string, readonly string[] | boolean | undefined>>): string {
  const parts = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined || value === false) return []
    return [`${name}=${value === true ? 'true' : value.map(encodeURIComponent).join(',')}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
