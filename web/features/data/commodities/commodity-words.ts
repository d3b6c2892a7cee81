/** What a commodity series stands on, in words. */
import type { Commodity } from '@oreline/shared/domain/commodities/commodity.ts'
import { formatQuantity } from '../../../ui/format.ts'

/** The unit of the figures as published: `USD/kg`, `10,000 CNY/t`. */
export function publishedUnit({
  currency,
  per,
  scale,
}: Pick<Commodity, 'currency' | 'per' | 'scale'>): string {
  return `${scale === 1 ? '' : `${formatQuantity(scale)} `}${currency}/${per}`
}

/** `no VAT`, `with 13 % VAT`, `VAT not known`. */
export function vatWords(percent: number | null): string {
  if (percent === null) return 'VAT not known'
  return percent === 0 ? 'no VAT' : `with ${formatQuantity(percent)} % VAT`
}

/** `oxide 99.5 %, 10,000 CNY/t, with 13 % VAT, EXW, daily`. What was not said is left out, but for the tax. */
export function standsOn(series: Commodity): string {
  const { form, purity_percent: purity, incoterm, vat_percent: vat, frequency } = series
  return [
    `${form === 'other' ? 'other form' : form}${purity === null ? '' : ` ${formatQuantity(purity)} %`}`,
    publishedUnit(series),
    vatWords(vat),
    incoterm ?? 'terms not said',
    frequency,
  ].join(', ')
}
