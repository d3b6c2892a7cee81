/** Exchange rates of a file judged together and against what is held: wrong way round, wrong unit, a slip of a digit. */
import type { EuroRate } from '../fx/rate.ts'
import { doubtfulPlaces } from '../prices/jumps.ts'
import type { ImportProblem } from './import-problem.ts'
import type { ReadRate } from './read-rates.ts'

/** A day's move of a reference rate beyond this is an error (providers.md 9, X09). */
const DAILY_LIMIT = 0.2
/** Rates of a currency off the held ones by more, on the median, are other figures altogether. */
const SAME_RATE = 0.05

/** `rates` ascend by day; `held` are in any order. */
export function judgeRates(rates: readonly ReadRate[], held: readonly EuroRate[]): readonly ImportProblem[] {
  return [...new Set(rates.map(({ currency }) => currency))].flatMap((currency) => {
    const own = rates.filter((rate) => rate.currency === currency)
    const known = new Map(
      held.filter((rate) => rate.currency === currency).map(({ date, perEur }) => [date, perEur]),
    )
    const ratio = medianOf(
      own.flatMap(({ date, perEur }) => {
        const other = known.get(date)
        return other === undefined ? [] : [perEur / other]
      }),
    )
    if (ratio !== null && Math.abs(ratio - 1) > SAME_RATE)
      return [
        {
          line: 1,
          column: currency,
          problem: `the rates are ${ratio.toPrecision(4)} times those that are held: units of ${currency} per 1 EUR are wanted`,
        },
      ]
    const places = doubtfulPlaces(
      own.map(({ perEur }) => perEur),
      { limit: DAILY_LIMIT },
    )
    return places.flatMap((place) => {
      const rate = own[place]
      if (rate === undefined) return []
      return [
        {
          line: rate.line,
          column: currency,
          problem: `${rate.perEur} moves by more than 20 % and the next day does not confirm it`,
        },
      ]
    })
  })
}

function medianOf(ratios: readonly number[]): number | null {
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? null
}
