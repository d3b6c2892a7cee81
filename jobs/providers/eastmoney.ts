/**
 * Daily bars of Shanghai lines from Eastmoney's page: no key, no official interface, prices as traded (`fqt=0`). It shuts
 * out an address without a word, so that it is asked at most once a day and repeats a failed request once.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { defineProvider } from './define-provider.ts'
import type { QuoteQuery } from './define-provider.ts'
import { parseKline } from './eastmoney/parse-kline.ts'
import { backfillFrom } from './yahoo.ts'

/** A constant of the public page, the same for every visitor. */
const pageToken = '7eea3edcaed734bea9cbfc24409ed989'
const fields = 'fields1=f1,f2,f3,f4,f5,f6&fields2=f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61'

export const eastmoney = defineProvider<QuoteQuery, QuoteHistory>({
  id: 'eastmoney',
  parserVersion: 1,
  policy: {
    group: 'eastmoney',
    hosts: ['push2his.eastmoney.com'],
    gapMs: 5_000,
    coolDownMs: 6 * 3_600_000,
    denial: () => 'waf',
  },
  readsTheClock: true,
  carries: ({ instrument }) => instrument.eastmoney !== undefined,
  asks: (query) => {
    const { instrument, to } = query
    const window = { ...query, from: query.from ?? backfillFrom }
    return [
      {
        key: `${instrument.ticker}/kline`,
        request: {
          url: `https://push2his.eastmoney.com/api/qt/stock/kline/get?secid=${instrument.eastmoney ?? ''}&klt=101&fqt=0&beg=${compact(window.from)}&end=${compact(to)}&lmt=1000000&${fields}&ut=${pageToken}`,
          expect: { format: 'json' },
          headers: { 'user-agent': browserUserAgent, referer: 'https://quote.eastmoney.com/' },
          retries: 1,
        },
        read: (answer) => parseKline(answer, window),
      },
    ]
  },
  merge: (histories) => histories,
})

const compact = (date: IsoDate): string => date.replaceAll('-', '')
