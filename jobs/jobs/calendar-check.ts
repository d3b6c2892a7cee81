import { horizonOf } from '@oreline/shared/domain/calendar/horizon.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { expectedSpan, witnessedDays } from '@oreline/shared/domain/prices/gaps.ts'
import { calendarIdSchema, type CalendarId, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import {
  listHeldDays,
  listHeldSpans,
  listMissingSessions,
  type SpanAsked,
} from '@oreline/server/db/missing-sessions.ts'
import { listOffCalendarDays } from '@oreline/server/db/off-calendar-days.ts'
import { defineJob, type JobContext } from '../define-job.ts'

/** So far back days are doubted: an operator who has left one alone so long means it. */
const daysBack = 30

/**
 * Says once a day which calendars end soon, or have ended, and where bars contradict one: a session that no instrument of
 * its exchange has, and a closed day on which two have a bar. An operator decides, by an override.
 */
export const calendarCheck = defineJob({
  name: 'calendar-check',
  schedules: [{ cron: '40 6 * * *', timeZone: 'UTC' }],
  run: async (context) => {
    const { tools, log, reference } = context
    const { sessions, target } = reference
    const now = tools.clock()
    const ends = [
      ...Object.values(sessions).map(({ calendar: { id, timezone, coverage } }) => ({
        calendar: id,
        timezone,
        through: coverage.confirmedThrough,
      })),
      { calendar: 'TARGET', timezone: target.timezone, through: target.through },
    ]
    for (const { calendar, timezone, through } of ends) {
      const { warn, daysLeft } = horizonOf(through, dateIn(timezone, now))
      if (warn) log.warn({ calendar, confirmedThrough: through, daysLeft }, 'calendar.horizon')
    }
    for (const calendar of calendarIdSchema.options) await suggest(context, calendar, sessions[calendar])
    return { rowsWritten: 0, scopes: [] }
  },
})

async function suggest(
  { db, tools, log, reference }: JobContext,
  calendar: CalendarId,
  index: SessionIndex,
): Promise<void> {
  const now = tools.clock()
  const from = addDays(dateIn(index.calendar.timezone, now), -daysBack)
  const instruments = reference.instruments.filter((instrument) => instrument.calendar === calendar)
  const instrumentIds = instruments.map(({ ticker }) => reference.idOf(ticker))
  const spans = await listHeldSpans(db, instrumentIds)
  const asked = instruments.flatMap((instrument): SpanAsked[] => {
    const instrumentId = reference.idOf(instrument.ticker)
    const held = spans.get(instrumentId)
    if (held === undefined) return []
    const recent = { first: held.first > from ? held.first : from, newest: held.newest }
    const span = expectedSpan(index, recent, instrument, now)
    return span === null ? [] : [{ ...span, instrumentId, calendar }]
  })
  const missing = await listMissingSessions(db, asked, { [calendar]: index.dates })
  const lacking = missing.map(({ date }) => date)
  const doubted = witnessedDays(lacking, [...spans.values()])
  const held = await listHeldDays(db, [...doubted], instrumentIds)
  const say = (date: IsoDate, suggests: 'closed' | 'open') => {
    log.info({ calendar, date, suggests }, 'calendar.suggestion')
  }
  for (const date of doubted) if (!held.has(date)) say(date, 'closed')
  for (const { date } of await listOffCalendarDays(db, { instrumentIds, from })) say(date, 'open')
}
