/**
 * Notices of Shanghai-listed companies as Eastmoney lists them, newest first: the third source behind the exchange.
 * Nobody publishes its terms; it is asked rarely and slowly.
 */
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { parseAnnouncements } from './eastmoney-notices/parse-announcements.ts'
import { onePerId } from './one-per-id.ts'
import { backfillFrom } from './sse.ts'

const pageSize = 50

export const eastmoneyNotices = defineProvider<FilingQuery, Filing>({
  id: 'eastmoney-notices',
  parserVersion: 1,
  policy: { group: 'eastmoney-notices', hosts: ['np-anotice-stock.eastmoney.com'], gapMs: 5_000 },
  carries: ({ instrument }) => instrument.sse !== undefined,
  asks: ({ instrument, since }) => {
    const { sse: code, ticker } = instrument
    invariant(code !== undefined, 'Eastmoney is asked about companies of the SSE')
    return [askPage({ code, key: `${ticker}/notices`, since: since ?? backfillFrom }, 1, new Set())]
  },
  followUp: ({ instrument: { sse: code, ticker } }, { key }) => {
    const page = Number(/\/notices\/(\d+)$/.exec(key)?.[1])
    if (code === undefined || Number.isNaN(page)) return null
    return askPage({ code, key: `${ticker}/notices`, since: backfillFrom }, page, new Set())
  },
  merge: onePerId,
})

type Question = { readonly code: string; readonly key: string; readonly since: IsoDate }

function askPage(question: Question, page: number, seen: ReadonlySet<string>): Ask<Filing> {
  const { code, key, since } = question
  return {
    key: `${key}/${page}`,
    request: {
      url: `https://np-anotice-stock.eastmoney.com/api/security/ann?sr=-1&page_size=${pageSize}&page_index=${page}&ann_type=A&client_source=web&stock_list=${encodeURIComponent(code)}&f_node=0&s_node=0`,
      expect: { format: 'json' },
      headers: { 'user-agent': browserUserAgent, referer: 'https://data.eastmoney.com/' },
      headersTimeoutMs: 20_000,
    },
    read: (answer) =>
      parseAnnouncements(answer, { code, since, page, pageSize, seen }, (following, all) =>
        askPage(question, following, all),
      ),
  }
}
