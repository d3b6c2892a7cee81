import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { refreshFeed, type FeedAsked } from '../policy/refresh-feed.ts'
import type { Provider } from '../providers/define-provider.ts'
import { euPress } from '../providers/eu-press.ts'
import { gdelt } from '../providers/gdelt.ts'
import { ustr } from '../providers/ustr.ts'
import { warGov, type WarFeed } from '../providers/war-gov.ts'
import { whiteHouse } from '../providers/white-house.ts'
import { sourceJob, type JobScope, type SourceJob } from '../source-job.ts'

const washington = 'America/New_York'

/** A feed holds its newest documents alone, so that it is of no use to a backfill. */
const scopeOf = <Query>(asked: FeedAsked<Query>): JobScope => ({
  source: asked.provider.id,
  scope: asked.scope,
  refresh: async (context) => refreshFeed(context, asked),
  isWanted: async (_, __, reach) => reach === null,
})

const wholeFeed = (provider: Provider<null, PolicyDocument>): JobScope =>
  scopeOf({ provider, scope: 'all', query: null, isWindow: true })

const warFeed = (feed: WarFeed): JobScope =>
  scopeOf({ provider: warGov, scope: feed, query: { feed }, isWindow: true })

/** Documents of governments as they publish them. Ten fit into most feeds: each is asked often enough to lose none. */
export const policyFeedJobs: readonly SourceJob[] = [
  sourceJob({
    name: 'policy-white-house',
    schedules: [{ cron: '12 * * * *', timeZone: washington }],
    scopes: () => [wholeFeed(whiteHouse)],
  }),
  sourceJob({
    name: 'policy-war',
    // Contracts come at five in the afternoon.
    schedules: [
      { cron: '22 * * * *', timeZone: washington },
      { cron: '7 17,18 * * 1-5', timeZone: washington },
    ],
    scopes: () => [warFeed('releases'), warFeed('contracts')],
  }),
  sourceJob({
    name: 'policy-ustr',
    schedules: [{ cron: '32 * * * *', timeZone: washington }],
    scopes: () => [wholeFeed(ustr)],
  }),
  sourceJob({
    name: 'policy-eu',
    // The press corner publishes more than ten items on a busy morning.
    schedules: [
      { cron: '2 0-7,20-23 * * *', timeZone: 'Europe/Brussels' },
      { cron: '2,17,32,47 8-19 * * 1-5', timeZone: 'Europe/Brussels' },
      { cron: '2 8-19 * * 0,6', timeZone: 'Europe/Brussels' },
    ],
    scopes: () => [wholeFeed(euPress)],
  }),
  sourceJob({
    name: 'policy-gdelt',
    schedules: [{ cron: '42 4,10,16,22 * * *', timeZone: 'UTC' }],
    scopes: () => [scopeOf({ provider: gdelt, scope: 'all', query: null, isWindow: false })],
  }),
]
