/**
 * Daily bars from EOD Historical Data, for whoever has a key: New York, Sydney and Shanghai. Prices as traded, with the
 * vendor's own adjusted close beside them. One call per instrument; a free key has about twenty a day and one year.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { defineProvider } from './define-provider.ts'
import type { QuoteQuery } from './define-provider.ts'
import { parseEod } from './eodhd/parse-eod.ts'
import { isWebPage } from '../http/challenge.ts'
import { backfillFrom } from './yahoo.ts'

export const eodhd = defineProvider<QuoteQuery, QuoteHistory>({
  id: 'eodhd',
  parserVersion: 1,
  policy: {
    group: 'eodhd',
    hosts: ['eodhd.com'],
    gapMs: 1_000,
    coolDownMs: 30 * 60_000,
    // A refusal in plain words is about the key; one written as a page comes from the wall in front.
    denial: ({ text }) => (isWebPage(text) ? 'waf' : 'auth'),
    spent: [402],
  },
  needs: 'eodhdApiToken',
  readsTheClock: true,
  carries: ({ instrument }) => instrument.eodhd !== undefined,
  asks: (query, { settings }) => {
    const { instrument, to } = query
    const key = settings.eodhdApiToken
    invariant(key !== null, 'EODHD is asked with a key')
    const window = { ...query, from: query.from ?? backfillFrom }
    const symbol = encodeURIComponent(instrument.eodhd ?? '')
    return [
      {
        key: `${instrument.ticker}/eod`,
        request: {
          url: `https://eodhd.com/api/eod/${symbol}?fmt=json&period=d&order=a&from=${window.from}&to=${to}&api_token=${encodeURIComponent(key)}`,
          expect: { format: 'json' },
        },
        read: (answer) => parseEod(answer, window),
      },
    ]
  },
  merge: (histories) => histories,
})
