import type { EuroRate } from './rate.ts'

/** Two records of one bank's rates differ by rounding; another bank's differ by more. */
const MOST_APART = 0.005

/**
 * The currencies whose rates are not those held: on a day that both have they are more than 0.5 % apart. Where there is
 * no such day nothing can be told.
 */
export function offCurrencies(
  rates: readonly EuroRate[],
  held: readonly { readonly currency: string; readonly date: string; readonly perEur: number }[],
): ReadonlySet<string> {
  const heldOn = new Map(held.map(({ currency, date, perEur }) => [`${currency} ${date}`, perEur]))
  const off = rates.filter(({ currency, date, perEur }) => {
    const known = heldOn.get(`${currency} ${date}`)
    return known !== undefined && Math.abs(perEur / known - 1) > MOST_APART
  })
  return new Set(off.map(({ currency }) => currency))
}
