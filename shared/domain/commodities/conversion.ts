/**
 * Prices of a commodity on another footing, each step only where it is asked for and by a factor that is said: out of
 * the tax, from oxide to metal or back, into US dollars, per another mass. Pure arithmetic, in this order, none rounded.
 */
import { rateFor, type CrossRate } from '../fx/cross.ts'
import type { IsoDate } from '../../kernel/brand.ts'
import type { CommodityPoint } from './commodity-point.ts'
import type { Commodity, MassUnit } from './commodity.ts'
import { metalFraction } from './oxide.ts'
import { publishedCurrency } from './published-unit.ts'

export type Wanted = {
  readonly currency: 'published' | 'USD'
  readonly per?: MassUnit | undefined
  readonly vat: 'published' | 'without'
  readonly form: 'published' | 'oxide' | 'metal'
}

/** Null where no rate lies within the seven days before. */
export type ConvertedPoint = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly fxDate: IsoDate | null
}

export type Conversion = {
  /** `USD/kg`, and what the price is of where it is not as published: `USD/kg metal`. */
  readonly unit: string
  /** What was done, a sentence a step; empty: nothing. */
  readonly said: readonly string[]
  readonly convert: (point: Pick<CommodityPoint, 'date' | 'value' | 'low' | 'high'>) => ConvertedPoint
}

/** A step that cannot be taken: `refused` names the parameter. */
export type Refused = { readonly refused: keyof Wanted; readonly why: string }

/** Kilograms; the pound is the international one (1959), by definition. */
const kilograms: Readonly<Record<MassUnit, number>> = { kg: 1, t: 1_000, lb: 0.45359237 }

const EXCHANGE = 'in USD by the reference rate of the day, at most seven days old'

type Step = { readonly factor: number; readonly said: string | null }
const nothing: Step = { factor: 1, said: null }

/** `rates`: into USD, ascending; not looked at where the price is in USD or stays as published. */
export function buildConversion(
  commodity: Commodity,
  wanted: Wanted,
  rates: readonly CrossRate[],
): Conversion | Refused {
  const tax = withoutTax(commodity, wanted)
  if ('refused' in tax) return tax
  const form = intoForm(commodity, wanted)
  if ('refused' in form) return form
  const per = perMass(commodity, wanted)
  const isForeign = wanted.currency === 'USD' && commodity.currency !== 'USD'
  const said = [tax.said, form.said, isForeign ? EXCHANGE : null, per.said].filter((words) => words !== null)
  // As published, a price stays in the ten thousands it is printed in.
  const scale = said.length === 0 ? 1 : commodity.scale
  const factor = scale * tax.factor * form.factor * per.factor
  const currency = isForeign ? 'USD' : commodity.currency
  return {
    unit: unitOf(commodity, wanted, {
      currency: said.length === 0 ? publishedCurrency(commodity) : currency,
    }),
    said: scale === 1 ? said : [`figures times ${scale.toLocaleString('en-US')}`, ...said],
    convert: ({ date, value, low, high }) => {
      const found = isForeign ? rateFor(rates, date) : null
      const rate = isForeign ? (found?.rate ?? null) : 1
      const times = (price: number | null) => (price === null || rate === null ? null : price * factor * rate)
      return { value: times(value), low: times(low), high: times(high), fxDate: found?.date ?? null }
    },
  }
}

function withoutTax({ vat_percent: percent }: Commodity, { vat }: Wanted): Step | Refused {
  if (vat === 'published') return nothing
  if (percent === null)
    return {
      refused: 'vat',
      why: 'it is not known whether the published price holds a value-added tax, nor how much',
    }
  if (percent === 0) return nothing
  return {
    factor: 100 / (100 + percent),
    said: `without ${percent} % value-added tax (divided by ${1 + percent / 100})`,
  }
}

function intoForm({ form, elements }: Commodity, wanted: Wanted): Step | Refused {
  if (wanted.form === 'published' || wanted.form === form) return nothing
  if (form !== 'oxide' && form !== 'metal')
    return { refused: 'form', why: `what the published price is of (${form}) has no fixed share of metal` }
  const known = metalFraction(elements)
  if (known === null)
    return {
      refused: 'form',
      why: `the oxide of ${elements.length === 0 ? 'no named element' : elements.join(' and ')} is not known here`,
    }
  const { fraction, formula } = known
  const content = `${formula} is ${(fraction * 100).toFixed(2)} % metal by mass`
  return wanted.form === 'metal'
    ? { factor: 1 / fraction, said: `per metal contained: ${content}` }
    : { factor: fraction, said: `per oxide holding it: ${content}` }
}

function perMass({ per }: Commodity, wanted: Wanted): Step {
  if (wanted.per === undefined || wanted.per === per) return nothing
  return { factor: kilograms[wanted.per] / kilograms[per], said: `per ${wanted.per} instead of per ${per}` }
}

function unitOf(
  { form, per }: Commodity,
  wanted: Wanted,
  { currency }: { readonly currency: string },
): string {
  const isOther = wanted.form !== 'published' && wanted.form !== form
  return `${currency}/${wanted.per ?? per}${isOther ? ` ${wanted.form} equivalent` : ''}`
}
