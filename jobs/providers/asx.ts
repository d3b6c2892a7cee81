/**
 * ASX announcements of one company: titles, times and links, never documents. The exchange forbids automated harvesting
 * without a licence, so it is asked rarely and can be switched off. The list is by entity number, looked up by code.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { HttpRequest } from '../http/request.ts'
import { parseCompanyList, parseMarketList, parseSearch } from './asx/parse-lists.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { onePerId } from './one-per-id.ts'

const research = 'https://asx.api.markitdigital.com/asx-research/1.0'
const sydney = timeZoneSchema.parse('Australia/Sydney')
/** A hundred rows a page is the most; a poll of the last days needs few, a history all. */
const pollSize = 25
const historySize = 100
const pollDays = 31

export const asx = defineProvider<FilingQuery, Filing>({
  id: 'asx',
  parserVersion: 1,
  policy: { group: 'asx', hosts: ['asx.api.markitdigital.com'], gapMs: 1_000, denial: () => 'waf' },
  carries: ({ instrument }) => instrument.asx !== undefined,
  asks: (query, { now }) => {
    const code = codeOf(query)
    const search: Ask<Filing> = {
      key: `${query.instrument.ticker}/search`,
      request: asxRequest(`/search/predictive?searchText=${encodeURIComponent(code)}`),
      read: (answer) => {
        const found = parseSearch(answer, code)
        if ('kind' in found) return found
        const next = found.xid === null ? askCompany(query) : askPage(query, found.xid, now, 0, new Set())
        return { kind: 'lead', next: [next], warnings: [] }
      },
    }
    return [search]
  },
  followUp: (query, { key, fetchedAt }) => {
    const [, what, page] = key.split('/')
    if (what === 'company') return askCompany(query)
    return what === 'announcements' ? askPage(query, '', fetchedAt, Number(page), new Set()) : null
  },
  merge: onePerId,
})

function askPage(
  query: FilingQuery,
  xid: string,
  now: Instant,
  page: number,
  seen: ReadonlySet<string>,
): Ask<Filing> {
  const today = dateIn(sydney, now)
  const isPoll = query.since !== null && query.since >= addDays(today, -pollDays)
  const itemsPerPage = isPoll ? pollSize : historySize
  const filter = `entityXids=${encodeURIComponent(xid)}&summaryCountsDate=${today}&includeFacets=false`
  return {
    key: `${query.instrument.ticker}/announcements/${page}`,
    request: asxRequest(`/markets/announcements?page=${page}&itemsPerPage=${itemsPerPage}&${filter}`),
    read: (answer) =>
      parseMarketList(
        answer,
        { code: codeOf(query), since: query.since, page, itemsPerPage, seen },
        (following, all) => askPage(query, xid, now, following, all),
      ),
  }
}

/** Where the search knows nothing: the company's own list of five. */
const askCompany = (query: FilingQuery): Ask<Filing> => ({
  key: `${query.instrument.ticker}/company`,
  request: asxRequest(`/companies/${encodeURIComponent(codeOf(query).toLowerCase())}/announcements`),
  read: (answer) => parseCompanyList(answer, codeOf(query)),
})

function codeOf({ instrument }: FilingQuery): string {
  invariant(instrument.asx !== undefined, 'the ASX is asked about its own companies')
  return instrument.asx
}

const asxRequest = (path: string): HttpRequest => ({
  url: `${research}${path}`,
  expect: { format: 'json' },
  headers: {
    accept: 'application/json',
    'user-agent': browserUserAgent,
    origin: 'https://www.asx.com.au',
    referer: 'https://www.asx.com.au/',
  },
})
