import { getPolicyCalendar } from '@oreline/shared/api/policy-calendar.ts'
import { readRoute } from '../read-route.ts'
import { policyCalendar } from '../rows/policy-calendar-rows.ts'
import { worldDay } from '../rows/world-day.ts'

export const policyCalendarRoutes = [
  readRoute(
    getPolicyCalendar,
    { reads: ['reference', 'filings', 'prices'], changesWith: 'day' },
    async ({ query }, context) => {
      const { at, days, jurisdiction, instrument, stage, element, ticker, kind, context: background } = query
      const asked = { jurisdiction, instrument, stage, element, ticker, kind, context: background }
      const { rows, sources, unanswered } = await policyCalendar(
        { ...asked, days, at: worldDay(at, context) },
        context,
      )
      return {
        data: [...rows],
        meta: {
          sources,
          unanswered,
          units: { days_left: 'days' },
        },
      }
    },
  ),
]
