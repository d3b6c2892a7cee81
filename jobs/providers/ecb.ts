/**
 * Euro reference rates of the European Central Bank: units of a currency per euro, once a TARGET day about 16:00 in
 * Frankfurt. Free with attribution. The history comes once as a zip; the last 90 days, daily, heal missed runs.
 */
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import { defineProvider } from './define-provider.ts'
import type { FxQuery } from './define-provider.ts'
import { parseHistory, parseRecent } from './ecb/parse-rates.ts'

const headers = { 'user-agent': 'Oreline (one reader, cached)' }
const folder = 'https://www.ecb.europa.eu/stats/eurofxref'

export const ecb = defineProvider<FxQuery, EuroRate>({
  id: 'ecb',
  parserVersion: 1,
  policy: { group: 'ecb', hosts: ['www.ecb.europa.eu'], gapMs: 1_000, denial: () => 'waf' },
  carries: () => true,
  asks: ({ mode, target }) =>
    mode === 'history'
      ? [
          {
            key: 'history',
            request: { url: `${folder}/eurofxref-hist.zip`, expect: { format: 'zip' }, headers },
            read: (answer) => parseHistory(answer, target),
          },
        ]
      : [
          {
            key: 'recent',
            request: {
              url: `${folder}/eurofxref-hist-90d.xml`,
              expect: { format: 'xml', endTag: '</gesmes:Envelope>' },
              headers,
            },
            read: (answer) => parseRecent(answer, target),
          },
        ],
  merge: (rates) => rates,
})
