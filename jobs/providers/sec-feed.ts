/**
 * A US registrant's newest filings from EDGAR's Atom feed: minutes ahead of the submissions, which stay the record, and
 * with moments of acceptance that have a real offset. The SEC's manners are those of `sec`, over all its hosts.
 */
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { onePerId } from './one-per-id.ts'
import { sec } from './sec.ts'
import { parseFeed } from './sec-feed/parse-feed.ts'

const pageSize = 40

export const secFeed = defineProvider<FilingQuery, Filing>({
  id: 'sec-feed',
  parserVersion: 1,
  policy: sec.policy,
  needs: 'secContact',
  carries: ({ instrument }) => instrument.cik !== undefined,
  asks: ({ instrument, since }, { settings }) => {
    const { cik, ticker } = instrument
    invariant(cik !== undefined && settings.secContact !== null, 'SEC is asked with a CIK and a contact')
    const userAgent = `Oreline ${settings.secContact}`
    return [askPage({ cik, key: `${ticker}/feed`, since, userAgent }, 0)]
  },
  followUp: ({ instrument: { cik, ticker } }, { key }) => {
    const start = Number(/\/feed\/(\d+)$/.exec(key)?.[1])
    if (cik === undefined || Number.isNaN(start)) return null
    return askPage({ cik, key: `${ticker}/feed`, since: null, userAgent: '' }, start)
  },
  merge: onePerId,
})

type Question = {
  readonly cik: string
  readonly key: string
  readonly since: IsoDate | null
  readonly userAgent: string
}

/** `type` stays empty: it would match prefixes (424B2 for 4). The page behind the last one is a 503 in HTML. */
function askPage(question: Question, start: number): Ask<Filing> {
  const { cik, key, since, userAgent } = question
  return {
    key: `${key}/${start}`,
    request: {
      url: `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${cik}&type=&dateb=&owner=include&start=${start}&count=${pageSize}&output=atom`,
      expect: { format: 'xml', endTag: '</feed>' },
      headers: { 'user-agent': userAgent },
      ...(start > 0 ? { alsoAnswers: [503] } : {}),
    },
    read: (answer) =>
      parseFeed(answer, { cik, since, start, pageSize }, (following) => askPage(question, following)),
  }
}
