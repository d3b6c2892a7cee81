import { crossRates, type CrossRate } from '@oreline/shared/domain/fx/cross.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../db/client.ts'
import { listRates, type HeldRate } from '../db/rate-history.ts'

/** A rate and who gave its legs: one source or two. */
export type SourcedRate = CrossRate & { readonly sources: readonly string[] }

/** Who gave the legs of a pair on a day; the euro needs none. */
export function legSources(
  legs: readonly HeldRate[],
): (base: string, quote: string, date: IsoDate) => readonly string[] {
  const byLeg = new Map(legs.map(({ currency, date, source }) => [`${currency} ${date}`, source]))
  return (base, quote, date) => [
    ...new Set([base, quote].flatMap((currency) => byLeg.get(`${currency} ${date}`) ?? [])),
  ]
}

/** Rates of several currencies in one other, from the stored euro rates; both bounds inclusive. */
export async function readCrossRates(
  db: Executor,
  currencies: readonly string[],
  asked: {
    readonly into: string
    readonly from: IsoDate | undefined
    readonly to: IsoDate | undefined
    readonly asOf: Instant | null
  },
): Promise<ReadonlyMap<string, readonly SourcedRate[]>> {
  const { into, from, to, asOf } = asked
  const legs =
    currencies.length === 0 ? [] : await listRates(db, { currencies: [into, ...currencies], from, to, asOf })
  const sourcesOf = legSources(legs)
  return new Map(
    currencies.map((currency) => [
      currency,
      crossRates(currency, into, legs).map((rate) => ({
        ...rate,
        sources: sourcesOf(currency, into, rate.date),
      })),
    ]),
  )
}
