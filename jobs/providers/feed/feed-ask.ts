import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { browserUserAgent } from '../browser-user-agent.ts'
import type { Ask } from '../define-provider.ts'
import { parseFeed, type FeedTerms } from './parse-feed.ts'

/** A feed larger than that is none. */
const maxBytes = 2 * 2 ** 20

/**
 * The question for an RSS feed. Its hosts turn away clients that call themselves libraries; `</rss>` proves that
 * nothing was cut off on the way.
 */
export const feedAsk = (key: string, url: string, terms: Omit<FeedTerms, 'base'>): Ask<PolicyDocument> => ({
  key,
  request: {
    url,
    expect: { format: 'xml', endTag: '</rss>' },
    headers: {
      accept: 'application/rss+xml,application/xml;q=0.9,text/xml;q=0.8',
      'user-agent': browserUserAgent,
    },
    maxBytes,
    fallbackCharset: 'windows-1252',
  },
  read: (answer) => parseFeed(answer, { ...terms, base: url }),
})
