/**
 * Press releases of the US Trade Representative: the newest ten of the site's feed. Whether there still is one is not
 * certain; a web page in its place is a failure that is shown, never an empty list.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { defineProvider } from './define-provider.ts'
import { feedAsk } from './feed/feed-ask.ts'
import { onePerId } from './one-per-id.ts'

const washington = timeZoneSchema.parse('America/New_York')

export const ustr = defineProvider<null, PolicyDocument>({
  id: 'ustr',
  parserVersion: 1,
  policy: { group: 'ustr', hosts: ['ustr.gov', 'www.ustr.gov'], gapMs: 1_000, denial: () => 'waf' },
  carries: () => true,
  asks: () => [
    feedAsk('press', 'https://ustr.gov/rss.xml', {
      timeZone: washington,
      particularsOf: ({ summary, content }) => ({
        type: 'press-release',
        issuers: ['Office of the United States Trade Representative'],
        fullText: [...summary, ...content],
        hasAbstract: true,
      }),
    }),
  ],
  merge: onePerId,
})
