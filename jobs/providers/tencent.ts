/**
 * Daily bars of Shanghai lines from Tencent's page: no key, no official interface. Prices are asked for as traded, since
 * its forward adjustment subtracts dividends, which overstates old moves. At most 640 rows come, so two
 * years are a page.
 */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { mergeHistories } from './daily/merge-histories.ts'
import { defineProvider } from './define-provider.ts'
import type { QuoteQuery } from './define-provider.ts'
import { parseKline } from './tencent/parse-kline.ts'
import { backfillFrom } from './yahoo.ts'

const mostRows = 640
/** They have 488 sessions and, with the overlap, never 500. */
const yearsAPage = 2
/** Pages reach back into the year before, so that what its last day looked like is judged by what came next. */
const overlapDays = 14

export const tencent = defineProvider<QuoteQuery, QuoteHistory>({
  id: 'tencent',
  parserVersion: 1,
  policy: {
    group: 'tencent',
    hosts: ['web.ifzq.gtimg.cn'],
    gapMs: 2_000,
    coolDownMs: 30 * 60_000,
    denial: () => 'waf',
  },
  readsTheClock: true,
  carries: ({ instrument }) => instrument.tencent !== undefined,
  asks: (query) => {
    const { instrument, to } = query
    const code = instrument.tencent ?? ''
    return pagesBackTo(query.from ?? backfillFrom, to).map((window) => {
      const page = { ...query, ...window }
      return {
        key: `${instrument.ticker}/kline/${window.to === to ? 'newest' : window.to.slice(0, 4)}`,
        request: {
          url: `https://web.ifzq.gtimg.cn/appstock/app/fqkline/get?param=${code},day,${window.from},${window.to},${mostRows},`,
          expect: { format: 'json' },
          headers: { 'user-agent': browserUserAgent, referer: 'https://gu.qq.com/' },
          retries: 1,
        },
        read: (answer) => parseKline(answer, page, { isNewest: window.to === to }),
      }
    })
  },
  merge: mergeHistories,
})

type Window = { readonly from: IsoDate; readonly to: IsoDate }

/** Pairs of calendar years from that of `to` back to `from`, newest first, each with the last days of the one before. */
function pagesBackTo(from: IsoDate, to: IsoDate): readonly Window[] {
  const first = Number(from.slice(0, 4))
  const last = Number(to.slice(0, 4))
  const count = Math.ceil((last - first + 1) / yearsAPage)
  return Array.from({ length: count }, (_, place) => last - place * yearsAPage).map((year) => {
    const begins = addDays(dayOf(year - yearsAPage + 1, '01-01'), -overlapDays)
    const ends = dayOf(year, '12-31')
    return { from: begins < from ? from : begins, to: ends > to ? to : ends }
  })
}

const dayOf = (year: number, monthAndDay: string): IsoDate => isoDateSchema.parse(`${year}-${monthAndDay}`)
