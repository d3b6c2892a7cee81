/**
 * Daily bars, the last price, dividends and splits from Yahoo's v8 chart: no key, no cookie, no crumb. Not an official
 * interface; its terms allow personal use.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { defineProvider } from './define-provider.ts'
import type { QuoteQuery } from './define-provider.ts'
import type { ChartQuery } from './yahoo/chart-context.ts'
import { chartDaysOf, chartRequest, type ChartDays } from './yahoo/chart-request.ts'
import { parseChart } from './yahoo/parse-chart.ts'
import { yahooPolicy } from './yahoo/policy.ts'

/** Where a history begins unless more is asked for. */
export const backfillFrom = isoDateSchema.parse('2020-01-01')

export const yahoo = defineProvider<QuoteQuery, QuoteHistory>({
  id: 'yahoo',
  parserVersion: 1,
  policy: yahooPolicy,
  readsTheClock: true,
  carries: ({ instrument }) => instrument.yahoo !== undefined,
  asks: (query, { settings }) => {
    const chart = { ...query, from: query.from ?? backfillFrom }
    return [
      {
        key: `${query.instrument.ticker}/chart`,
        request: chartRequest(query.instrument.yahoo ?? '', daysOf(chart), settings),
        read: (answer) => parseChart(answer, chart),
      },
    ]
  },
  daysOf: ({ sessions }, { url }) => chartDaysOf(url, sessions.calendar.timezone),
  merge: (histories) => histories,
})

const daysOf = ({ from, to, sessions }: ChartQuery): ChartDays => ({
  from,
  to,
  timezone: sessions.calendar.timezone,
})
