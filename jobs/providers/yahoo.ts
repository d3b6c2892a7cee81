/**
 * Daily bars, the last price, dividends and splits from Yahoo's v8 chart: no key, no cookie, no crumb. Not an official
 * interface; its terms allow personal use. Unlimited ranges are never asked for: `range=max` coarsens to months silently.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, instantAt } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { HttpRequest } from '../http/request.ts'
import { defineProvider } from './define-provider.ts'
import type { ProviderSettings, QuoteQuery } from './define-provider.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { parseChart } from './yahoo/parse-chart.ts'
import type { ChartQuery } from './yahoo/chart-context.ts'

/** Where a history begins unless more is asked for. */
export const backfillFrom = isoDateSchema.parse('2020-01-01')
const midnight = wallTimeSchema.parse('00:00')

export const yahoo = defineProvider<QuoteQuery, QuoteHistory>({
  id: 'yahoo',
  parserVersion: 1,
  policy: {
    group: 'yahoo',
    hosts: ['query1.finance.yahoo.com', 'query2.finance.yahoo.com'],
    gapMs: 1_500,
    // There is no key to correct: a refusal is the host's mood.
    denial: () => 'waf',
  },
  readsTheClock: true,
  carries: ({ instrument }) => instrument.yahoo !== undefined,
  asks: (query, { settings }) => {
    const chart = { ...query, from: query.from ?? backfillFrom }
    return [
      {
        key: `${query.instrument.ticker}/chart`,
        request: chartRequest(chart, settings),
        read: (answer) => parseChart(answer, chart),
      },
    ]
  },
  merge: (histories) => histories,
})

/** From midnight of the first day to midnight after the last, in the exchange's zone. */
function chartRequest(
  { instrument, sessions, from, to }: ChartQuery,
  { yahooUserAgent }: ProviderSettings,
): HttpRequest {
  const second = (date: IsoDate): number =>
    epochMs(instantAt(date, midnight, sessions.calendar.timezone)) / 1_000
  const window = `period1=${second(from)}&period2=${second(addDays(to, 1))}`
  const rest = 'interval=1d&events=div%7Csplit&includePrePost=false&lang=en-US'
  return {
    url: `https://query1.finance.yahoo.com/v8/finance/chart/${encodeURIComponent(instrument.yahoo ?? '')}?${window}&${rest}`,
    expect: { format: 'json' },
    headers: {
      'user-agent': yahooUserAgent ?? browserUserAgent,
      accept: 'application/json,text/plain,*/*',
    },
    mirrorHost: 'query2.finance.yahoo.com',
  }
}
