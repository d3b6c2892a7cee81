import {
  deleteCalendarOverride as deleteOverride,
  getCalendarHorizons,
  getCalendarOverrides,
  putCalendarOverride as putOverride,
  type CalendarOverrideRow,
} from '@oreline/shared/api/calendar-overrides.ts'
import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { refusedOverride } from '@oreline/shared/domain/calendar/overrides.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import {
  endCalendarOverride,
  listCalendarOverrides,
  putCalendarOverride,
  type HeldOverride,
} from '../db/calendar-overrides.ts'
import { metaNow } from '../http/meta-now.ts'
import { horizonRows } from '../rows/horizon-rows.ts'
import { readRoute } from '../read-route.ts'
import { route } from '../route.ts'

const reference = { reads: ['reference'], changesWith: 'data' } as const

export const calendarRoutes = [
  readRoute(getCalendars, reference, async (_, { calendars, snapshot, asOf }) => {
    const { calendars: held } = await calendars(snapshot, asOf)
    return { data: held, meta: { sources: ['seed'] } }
  }),

  readRoute(
    getCalendarHorizons,
    { reads: ['reference'], changesWith: 'moment' },
    async (_, { calendars, snapshot, now }) => {
      const { calendars: held } = await calendars(snapshot, null)
      return { data: horizonRows(held, now), meta: { sources: ['seed'] } }
    },
  ),

  readRoute(getCalendarOverrides, reference, async (_, { snapshot, asOf }) => ({
    data: (await listCalendarOverrides(snapshot, asOf)).map(rowOfOverride),
    meta: { sources: ['operator'] },
  })),

  route(putOverride, async ({ params, body }, { db, clock, now, calendars }) => {
    const { calendars: held } = await calendars(db, null)
    const calendar = held.calendars[params.calendar]
    const day = { ...params, override: body }
    const refused = refusedOverride(calendar, day, dateIn(calendar.timezone, now))
    if (refused !== null) throw new AppError('invalid-input', refused.why, { parameter: refused.field })
    await putCalendarOverride(db, clock, day)
    const [written] = await listCalendarOverrides(db, null, params)
    invariant(written !== undefined, 'an override that was written is held')
    return { data: rowOfOverride(written), meta: await metaNow(db, now, ['operator']) }
  }),

  route(deleteOverride, async ({ params }, { db, clock, now }) => {
    if (!(await endCalendarOverride(db, clock, params)))
      throw new AppError('not-found', `${params.calendar} is not overruled on ${params.date}.`, {
        parameter: 'date',
      })
    return { data: params, meta: await metaNow(db, now, ['operator']) }
  }),
]

const rowOfOverride = ({ calendar, date, override, recordedAt }: HeldOverride): CalendarOverrideRow => ({
  calendar,
  date,
  kind: override.kind,
  close: override.kind === 'early-close' ? override.close : null,
  note: override.note,
  recorded_at: recordedAt,
})
