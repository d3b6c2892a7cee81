import { listOpenRequests } from '@oreline/server/db/instrument-requests.ts'
import { defineJob, type ScopeReport } from '../define-job.ts'
import { takeUpRequest } from '../instruments/take-up-request.ts'
import { reportOf } from '../report.ts'

/**
 * Takes up the symbols somebody wants followed. The request itself starts it; every half hour it goes on with those that
 * a provider's silence or a stopped process has left open.
 */
export const quotesAdd = defineJob({
  name: 'quotes-add',
  schedules: [{ cron: '17,47 * * * *', timeZone: 'UTC' }],
  run: async (context) => {
    const reports: ScopeReport[] = []
    for (const request of await listOpenRequests(context.db)) {
      context.signal.throwIfAborted()
      const added = await takeUpRequest(context, request)
      reports.push(...added.reports)
    }
    return reportOf(reports)
  },
})
