import { crossRates, type CrossRate } from '@oreline/shared/domain/fx/cross.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../db/client.ts'
import { listRates } from '../db/rate-history.ts'

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
): Promise<ReadonlyMap<string, readonly CrossRate[]>> {
  const { into, from, to, asOf } = asked
  const legs =
    currencies.length === 0 ? [] : await listRates(db, { currencies: [into, ...currencies], from, to, asOf })
  return new Map(currencies.map((currency) => [currency, crossRates(currency, into, legs)]))
}
