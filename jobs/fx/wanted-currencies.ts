import { currencyCodeSchema, type CurrencyCode } from '@oreline/shared/kernel/brand.ts'
import type { Reference } from '../reference-shelf.ts'

/** The dollar and every currency an instrument is priced in; the euro needs no rate. */
export function wantedCurrencies({ instruments }: Reference): ReadonlySet<CurrencyCode> {
  const wanted = new Set([currencyCodeSchema.parse('USD'), ...instruments.map(({ currency }) => currency)])
  wanted.delete(currencyCodeSchema.parse('EUR'))
  return wanted
}
