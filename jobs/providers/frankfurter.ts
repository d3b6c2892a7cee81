/**
 * The ECB's reference rates at second hand: Frankfurter's frozen v1, which serves nothing else. Its v2 mixes a hundred
 * central banks and is never asked. An answer names the days its rates are of, which need not be those asked for.
 */
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import { defineProvider } from './define-provider.ts'
import type { FxRangeQuery } from './define-provider.ts'
import { parseFrankfurter } from './frankfurter/parse-rates.ts'

export const frankfurter = defineProvider<FxRangeQuery, EuroRate>({
  id: 'frankfurter',
  parserVersion: 1,
  policy: { group: 'frankfurter', hosts: ['api.frankfurter.dev'], gapMs: 2_000, denial: () => 'waf' },
  carries: ({ currencies }) => currencies.length > 0,
  asks: (query) => {
    const { from, to, currencies } = query
    return [
      {
        key: 'range',
        request: {
          url: `https://api.frankfurter.dev/v1/${from}..${to}?base=EUR&symbols=${currencies.join(',')}`,
          expect: { format: 'json' },
          headers: { 'user-agent': 'Oreline (one reader, cached)' },
        },
        read: (answer) => parseFrankfurter(answer, query),
      },
    ]
  },
  merge: (rates) => rates,
})
