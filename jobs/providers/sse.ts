/**
 * Bulletins of a Shanghai-listed company from the exchange's own query, in windows of 90 days. Titles stay Chinese. It
 * answers only to a Referer of its own page; foreign addresses are slow and now and then get a JavaScript challenge.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { onePerId } from './one-per-id.ts'
import { parseBulletins } from './sse/parse-bulletins.ts'
import { windowsBackTo } from './ninety-day-windows.ts'
import type { Window } from './ninety-day-windows.ts'

const shanghai = timeZoneSchema.parse('Asia/Shanghai')
/** Where the list begins unless more is asked for. */
export const backfillFrom = isoDateSchema.parse('2020-01-01')
const pageSize = 25

export const sse = defineProvider<FilingQuery, Filing>({
  id: 'sse',
  parserVersion: 1,
  policy: {
    group: 'sse',
    hosts: ['query.sse.com.cn'],
    gapMs: 2_000,
    // A 403 means that our request is wrong, which no silence mends.
    denial: ({ status }) => (status === 403 ? 'answer' : 'waf'),
  },
  carries: ({ instrument }) => instrument.sse !== undefined,
  asks: ({ instrument, since }, { now }) => {
    const { sse: code, ticker } = instrument
    invariant(code !== undefined, 'the SSE is asked about its own companies')
    return windowsBackTo(since ?? backfillFrom, dateIn(shanghai, now)).map((window, place) =>
      askBulletins(
        { code, key: `${ticker}/bulletins/${place}`, window, now, isNewQuery: false },
        1,
        new Set(),
      ),
    )
  },
  followUp: ({ instrument: { sse: code, ticker } }, { key, fetchedAt }) => {
    const [, place, isNew, page] = /\/bulletins\/(\d+)(\/new)?\/(\d+)$/.exec(key) ?? []
    const window = windowsBackTo(backfillFrom, dateIn(shanghai, fetchedAt))[Number(place)]
    if (code === undefined || window === undefined) return null
    const question = { code, key: `${ticker}/bulletins/${place}`, window, now: fetchedAt }
    return askBulletins({ ...question, isNewQuery: isNew !== undefined }, Number(page), new Set())
  },
  merge: onePerId,
})

type Question = {
  readonly code: string
  readonly key: string
  readonly window: Window
  readonly now: Instant
  /** The exchange has two queries; the new one is asked where the old one knows nothing. */
  readonly isNewQuery: boolean
}

function askBulletins(question: Question, page: number, seen: ReadonlySet<string>): Ask<Filing> {
  const { code, key, isNewQuery } = question
  return {
    key: `${key}${isNewQuery ? '/new' : ''}/${page}`,
    request: {
      url: `https://query.sse.com.cn/security/stock/${addressOf(question, page)}`,
      expect: { format: 'json' },
      headers: {
        'user-agent': browserUserAgent,
        referer: 'https://www.sse.com.cn/disclosure/listedinfo/announcement/',
      },
      headersTimeoutMs: 20_000,
    },
    read: (answer) =>
      parseBulletins(
        answer,
        { code, page, pageSize, seen },
        {
          page: (following, all) => askBulletins(question, following, all),
          otherQuery: isNewQuery ? null : () => askBulletins({ ...question, isNewQuery: true }, 1, new Set()),
        },
      ),
  }
}

function addressOf({ code, window: { from, to }, now, isNewQuery }: Question, page: number): string {
  const help = `pageHelp.pageSize=${pageSize}&pageHelp.pageCount=50&pageHelp.pageNo=${page}&pageHelp.beginPage=${page}&pageHelp.cacheSize=1&pageHelp.endPage=${page + 4}`
  const uncached = `_=${epochMs(now)}`
  return isNewQuery
    ? `queryCompanyBulletinNew.do?isPagination=true&SECURITY_CODE=${code}&START_DATE=${from}&END_DATE=${to}&TITLE=&BULLETIN_TYPE=&stockType=&${help}&${uncached}`
    : `queryCompanyBulletin.do?isPagination=true&productId=${code}&keyWord=&securityType=0101,120100,020100,020200,120200&reportType2=&reportType=ALL&beginDate=${from}&endDate=${to}&${help}&${uncached}`
}
