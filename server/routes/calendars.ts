import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { readRoute } from '../read-route.ts'

export const calendarRoutes = [
  readRoute(getCalendars, { reads: ['reference'], changesWith: 'data' }, async (_, context) => {
    const { calendars } = await context.calendars(context.snapshot, null)
    return { data: calendars, meta: { sources: ['seed'] } }
  }),
]
