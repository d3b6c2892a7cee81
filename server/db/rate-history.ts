import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, gte, inArray, lte } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { fxRates } from './schema/fx-rates.ts'

/** A reference rate as stored: units of `currency` per 1 EUR. */
export type HeldRate = {
  readonly currency: string
  readonly date: IsoDate
  readonly perEur: number
  readonly source: string
}

/** Rates of the currencies as they stood at an instant (null: now), ascending by day; both bounds inclusive. */
export async function listRates(
  db: Executor,
  asked: {
    readonly currencies: readonly string[]
    readonly from: IsoDate | undefined
    readonly to: IsoDate | undefined
    readonly asOf: Instant | null
  },
): Promise<readonly HeldRate[]> {
  const { currencies, from, to, asOf } = asked
  const { currency, rateDate, perEur, source } = fxRates
  return db
    .select({ currency, date: rateDate, perEur, source })
    .from(fxRates)
    .where(
      and(
        inArray(currency, [...currencies]),
        from === undefined ? undefined : gte(rateDate, from),
        to === undefined ? undefined : lte(rateDate, to),
        heldAt(fxRates, asOf),
      ),
    )
    .orderBy(asc(rateDate))
}
