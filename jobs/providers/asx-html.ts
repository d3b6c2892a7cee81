/**
 * ASX announcements of one company from the exchange's own page, a table per year: the second source behind its API,
 * under the same terms. Times are Sydney's wall clock to the minute.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { parseYear } from './asx-html/parse-year.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { onePerId } from './one-per-id.ts'
import { backfillFrom } from './sse.ts'

const sydney = timeZoneSchema.parse('Australia/Sydney')

export const asxHtml = defineProvider<FilingQuery, Filing>({
  id: 'asx-html',
  parserVersion: 1,
  policy: { group: 'asx-html', hosts: ['www.asx.com.au'], gapMs: 1_000, denial: () => 'waf' },
  carries: ({ instrument }) => instrument.asx !== undefined,
  asks: ({ instrument, since }, { now }) => {
    const { asx: code, ticker } = instrument
    invariant(code !== undefined, 'the ASX is asked about its own companies')
    const thisYear = Number(dateIn(sydney, now).slice(0, 4))
    const first = Number((since ?? backfillFrom).slice(0, 4))
    return Array.from({ length: thisYear - first + 1 }, (_, ago) => askYear(code, ticker, thisYear - ago))
  },
  merge: onePerId,
})

const askYear = (code: string, ticker: string, year: number): Ask<Filing> => ({
  key: `${ticker}/year/${year}`,
  request: {
    url: `https://www.asx.com.au/asx/v2/statistics/announcements.do?by=asxCode&asxCode=${encodeURIComponent(code)}&timeframe=Y&year=${year}`,
    expect: { format: 'html' },
    headers: { 'user-agent': browserUserAgent, referer: 'https://www.asx.com.au/' },
  },
  read: (answer) => parseYear(answer, { code, year }),
})
