import type { Calendars } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildSessionIndex, sessionsClosedBy } from '@oreline/shared/domain/calendar/session-index.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { RecentDays } from './health-rows.ts'

const SESSIONS = 5
const DAYS = 10
/** The longest rest of an exchange and five sessions lie well within. */
const LOOKED_BACK_DAYS = 30

/** The days that count as recent at `now`; without calendars every session does. */
export function recentDays(
  calendars: Calendars['calendars'] | undefined,
  today: IsoDate,
  now: Instant,
): RecentDays {
  const from = addDays(today, -LOOKED_BACK_DAYS)
  const to = addDays(today, 1)
  const fifthNewest = (id: CalendarId): IsoDate | 'unknown' => {
    const calendar = calendars?.[id]
    if (calendar === undefined) return 'unknown'
    const index = buildSessionIndex(calendar, { from, to })
    const closed = sessionsClosedBy(index, epochMs(now))
    if (closed === 'unknown') return 'unknown'
    return index.dates[closed - SESSIONS] ?? 'unknown'
  }
  const known = { XNYS: fifthNewest('XNYS'), XASX: fifthNewest('XASX'), XSHG: fifthNewest('XSHG') }
  return { sessionsFrom: (calendar) => known[calendar], daysFrom: addDays(today, -DAYS) }
}
