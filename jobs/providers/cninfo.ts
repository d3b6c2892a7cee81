/**
 * Notices of Shanghai-listed companies from cninfo, the disclosure site that the regulator names: the second source
 * behind the exchange. Parameters go in the form's body; the company is named by code and an `orgId` that no rule gives.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { HttpRequest } from '../http/request.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { parseNotices, parseTopSearch } from './cninfo/parse-notices.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { windowsBackTo, type Window } from './ninety-day-windows.ts'
import { onePerId } from './one-per-id.ts'
import { backfillFrom } from './sse.ts'

const shanghai = timeZoneSchema.parse('Asia/Shanghai')
const origin = 'https://www.cninfo.com.cn'
/** It gives no more on one page, whatever is asked for. */
const pageSize = 30

export const cninfo = defineProvider<FilingQuery, Filing>({
  id: 'cninfo',
  parserVersion: 1,
  policy: { group: 'cninfo', hosts: ['www.cninfo.com.cn'], gapMs: 2_000 },
  carries: ({ instrument }) => instrument.sse !== undefined,
  asks: ({ instrument, since }, { now }) => {
    const { sse: code, ticker } = instrument
    invariant(code !== undefined, 'cninfo is asked about companies of the SSE')
    // What is uploaded in the evening is disclosed on the next day.
    const windows = windowsBackTo(since ?? backfillFrom, addDays(dateIn(shanghai, now), 1))
    const search: Ask<Filing> = {
      key: `${ticker}/search`,
      request: cninfoRequest('/new/information/topSearch/query', { keyWord: code, maxNum: '10' }),
      // Looked up for every question: a wrong one lists nothing, without a word.
      read: (answer) => {
        const found = parseTopSearch(answer, code)
        if ('kind' in found) return found
        const next = windows.map((window, place) =>
          askNotices({ code, orgId: found.orgId, key: `${ticker}/notices/${place}`, window }, 1, new Set()),
        )
        return { kind: 'lead', next, warnings: [] }
      },
    }
    return [search]
  },
  followUp: ({ instrument: { sse: code, ticker } }, { key, fetchedAt }) => {
    const [, place, page] = /\/notices\/(\d+)\/(\d+)$/.exec(key) ?? []
    const window = windowsBackTo(backfillFrom, addDays(dateIn(shanghai, fetchedAt), 1))[Number(place)]
    if (code === undefined || window === undefined) return null
    return askNotices({ code, orgId: '', key: `${ticker}/notices/${place}`, window }, Number(page), new Set())
  },
  merge: onePerId,
})

type Question = {
  readonly code: string
  readonly orgId: string
  readonly key: string
  readonly window: Window
}

function askNotices(question: Question, page: number, seen: ReadonlySet<string>): Ask<Filing> {
  const { code, orgId, key, window } = question
  return {
    key: `${key}/${page}`,
    request: cninfoRequest('/new/hisAnnouncement/query', {
      pageNum: String(page),
      pageSize: String(pageSize),
      column: 'sse',
      tabName: 'fulltext',
      plate: '',
      stock: `${code},${orgId}`,
      searchkey: '',
      secid: '',
      category: '',
      trade: '',
      seDate: `${window.from}~${window.to}`,
      sortName: '',
      sortType: '',
      isHLtitle: 'true',
    }),
    read: (answer) =>
      parseNotices(answer, { code, window, page, seen }, (following, all) =>
        askNotices(question, following, all),
      ),
  }
}

const cninfoRequest = (path: string, form: Readonly<Record<string, string>>): HttpRequest => ({
  method: 'POST',
  url: `${origin}${path}`,
  expect: { format: 'json' },
  form,
  headers: {
    'user-agent': browserUserAgent,
    'x-requested-with': 'XMLHttpRequest',
    origin,
    referer: `${origin}/new/commonUrl/pageOfSearch?url=disclosure/list/search`,
  },
  headersTimeoutMs: 20_000,
})
