/**
 * Exchange rates crossed over the euro. The ECB states units of each currency per 1 EUR, once a day; a cross rate uses
 * both legs of the same day, never of two days.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import { dayNumber } from '../../kernel/day-number.ts'
import type { EuroRate } from './rate.ts'

/** Units of the second currency per 1 of the first: of AUD and USD, US dollars per Australian dollar. */
export type CrossRate = { readonly date: IsoDate; readonly rate: number }

/** A reference rate, its currency as a bare code. */
type Leg = Pick<EuroRate, 'date' | 'perEur'> & { readonly currency: string }

/** Reference rates are for the day; across a holiday week they still stand for it, no longer. */
const USABLE_DAYS = 7

/**
 * The rates of a pair on the days on which both legs were published, ascending. `rates` come in any order, at most one
 * per currency and day; the euro itself needs none.
 */
export function crossRates(from: string, to: string, rates: readonly Leg[]): readonly CrossRate[] {
  const perEurOf = (currency: string) =>
    new Map(rates.filter((rate) => rate.currency === currency).map(({ date, perEur }) => [date, perEur]))
  const fromLeg = perEurOf(from)
  const toLeg = perEurOf(to)
  const days = [...new Set(rates.map(({ date }) => date))].toSorted()
  return days.flatMap((date) => {
    const fromPerEur = from === 'EUR' ? 1 : fromLeg.get(date)
    const toPerEur = to === 'EUR' ? 1 : toLeg.get(date)
    return fromPerEur === undefined || toPerEur === undefined ? [] : [{ date, rate: toPerEur / fromPerEur }]
  })
}

/**
 * The rate to use for a day: the latest on or before it, at most seven days older; null when there is none. `rates`
 * ascend by date. A later rate is never used, it was not known.
 */
export function rateFor(rates: readonly CrossRate[], date: IsoDate): CrossRate | null {
  let low = 0
  let high = rates.length
  while (low < high) {
    const middle = (low + high) >> 1
    const rate = rates[middle]
    if (rate === undefined || rate.date > date) high = middle
    else low = middle + 1
  }
  const latest = rates[low - 1]
  if (latest === undefined || dayNumber(date) - dayNumber(latest.date) > USABLE_DAYS) return null
  return latest
}
