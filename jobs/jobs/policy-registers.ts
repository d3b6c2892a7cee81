import { timeZoneSchema, type TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { isSecondWanted } from '../filings/is-second-wanted.ts'
import { refreshFeed } from '../policy/refresh-feed.ts'
import { refreshInspection } from '../policy/refresh-inspection.ts'
import { sinceWhen } from '../policy/since-when.ts'
import type { DocumentQuery, Provider } from '../providers/define-provider.ts'
import { federalRegisterInspection } from '../providers/federal-register-inspection.ts'
import { federalRegister } from '../providers/federal-register.ts'
import { mofcomEn } from '../providers/mofcom-en.ts'
import { mofcom } from '../providers/mofcom.ts'
import { sourceJob, type JobScope, type SourceJob } from '../source-job.ts'

const newYork = timeZoneSchema.parse('America/New_York')
const beijing = timeZoneSchema.parse('Asia/Shanghai')
const all = { scope: 'all', isWindow: false } as const

/** A list that reaches as far back as it is asked for. */
const register = (provider: Provider<DocumentQuery, PolicyDocument>, zone: TimeZone): JobScope => ({
  source: provider.id,
  scope: 'all',
  refresh: async (context, reach) => {
    const { since, historyBefore } = await sinceWhen(context, { source: provider.id, zone }, reach)
    return refreshFeed(context, { ...all, provider, query: { since }, historyBefore })
  },
})

/** Where governments print their acts. What lies open today, and the English page, have no history to backfill. */
export const policyRegisterJobs: readonly SourceJob[] = [
  sourceJob({
    name: 'policy-federal-register',
    // Printed at six; Monday's issue is listed on Saturday.
    schedules: [
      { cron: '0 9 * * *', timeZone: newYork },
      { cron: '30 11,16 * * 1-5', timeZone: newYork },
    ],
    scopes: () => [register(federalRegister, newYork)],
  }),
  sourceJob({
    name: 'policy-inspection',
    // The hours at which documents are laid out, and once more for those that come late.
    schedules: [
      { cron: '45,55 8 * * 1-5', timeZone: newYork },
      { cron: '15,25 11,16 * * 1-5', timeZone: newYork },
    ],
    scopes: () => [
      {
        source: federalRegisterInspection.id,
        scope: 'all',
        refresh: refreshInspection,
        isWanted: async (_, __, reach) => reach === null,
      },
    ],
  }),
  sourceJob({
    name: 'policy-mofcom',
    // Announcements come out on Sundays too, where those are worked.
    schedules: [
      { cron: '0 8-20 * * 1-5', timeZone: beijing },
      { cron: '0 10,18 * * 0,6', timeZone: beijing },
    ],
    scopes: () => [
      register(mofcom, beijing),
      {
        source: mofcomEn.id,
        scope: 'all',
        refresh: async (context) =>
          refreshFeed(context, { ...all, provider: mofcomEn, query: { since: null } }),
        isWanted: async (context, done, reach) =>
          reach === null &&
          isSecondWanted(
            context,
            { source: mofcomEn.id, scope: 'all', before: [mofcom.id], offWithFirst: false },
            done,
            reach,
          ),
      },
    ],
  }),
]
