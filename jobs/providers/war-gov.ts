/**
 * Releases and contracts of the Department of War (defense.gov leads there). An entry of the contracts is one long text
 * with every award of a day: of it only the awards are kept that say something watched for.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { defineProvider } from './define-provider.ts'
import { feedAsk } from './feed/feed-ask.ts'
import { onePerId } from './one-per-id.ts'

const washington = timeZoneSchema.parse('America/New_York')

/** The two feeds by what they list, with their number on the site. */
const contentTypes = { releases: 9, contracts: 400 } as const
export type WarFeed = keyof typeof contentTypes

export const warGov = defineProvider<{ readonly feed: WarFeed }, PolicyDocument>({
  id: 'war-gov',
  parserVersion: 1,
  policy: {
    group: 'war-gov',
    // The department's older name leads to the newer one; nothing else is followed.
    hosts: ['www.war.gov', 'war.gov', 'www.defense.gov', 'defense.gov'],
    gapMs: 1_000,
    denial: () => 'waf',
  },
  carries: () => true,
  asks: ({ feed }) => [
    feedAsk(
      feed,
      `https://www.war.gov/DesktopModules/ArticleCS/RSS.ashx?ContentType=${contentTypes[feed]}&Site=945&max=20`,
      {
        timeZone: washington,
        particularsOf: ({ summary, content }) => ({
          type: feed === 'contracts' ? 'contract' : 'press-release',
          issuers: ['Department of War'],
          fullText: feed === 'contracts' ? [...summary, ...content] : content,
          hasAbstract: feed !== 'contracts',
        }),
      },
    ),
  ],
  merge: onePerId,
})
