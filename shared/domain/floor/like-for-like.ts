/**
 * Whether a market series may be drawn against a floor, which is a price of NdPr oxide without tax. Each step from what
 * was published to that footing is taken only where the reader has said so; what has no known factor is refused.
 */
import type { Commodity } from '../commodities/commodity.ts'
import type { Wanted } from '../commodities/conversion.ts'

/** What the reader has agreed to: conversions, and a price of neodymium alone standing in for the two together. */
export type Stated = Pick<Wanted, 'vat' | 'form'> & { readonly elements: 'published' | 'nd-for-ndpr' }

/** Why a series is not drawn. `offer`: what would mend it if the reader says so; null: nothing known would. */
export type Objection = { readonly why: string; readonly offer: keyof Stated | null }

/** Against an oxide floor, in US dollars a kilogram; the day's reference rate is the only step nobody is asked about. */
export type LikeForLike =
  | { readonly kind: 'drawn'; readonly wanted: Wanted }
  | { readonly kind: 'refused'; readonly objections: readonly Objection[] }

export function likeForLike(commodity: Commodity, stated: Stated): LikeForLike {
  const objections = [
    ofWhat(commodity, stated.elements),
    taxOf(commodity, stated.vat),
    formOf(commodity, stated.form),
  ].filter((objection) => objection !== null)
  if (objections.length > 0) return { kind: 'refused', objections }
  const isOxide = commodity.form === 'oxide'
  return {
    kind: 'drawn',
    wanted: {
      currency: 'USD',
      per: 'kg',
      vat: commodity.vat_percent === 0 ? 'published' : 'without',
      form: isOxide ? 'published' : 'oxide',
    },
  }
}

const none = (why: string): Objection => ({ why, offer: null })

function ofWhat({ elements }: Commodity, stated: Stated['elements']): Objection | null {
  if (elements.toSorted().join(' ') === 'Nd Pr') return null
  const what = elements.length === 0 ? 'names no element' : `is a price of ${elements.join(' and ')}`
  const why = `the floor is for neodymium and praseodymium together; this series ${what}`
  const isNdAlone = elements.length === 1 && elements[0] === 'Nd'
  if (!isNdAlone) return none(why)
  return stated === 'nd-for-ndpr' ? null : { why, offer: 'elements' }
}

function taxOf({ vat_percent: percent }: Commodity, vat: Stated['vat']): Objection | null {
  if (percent === 0) return null
  if (percent === null)
    return none('it is not known whether its prices hold a value-added tax; the floor holds none')
  return vat === 'without'
    ? null
    : { why: `its prices hold ${percent} % value-added tax; the floor holds none`, offer: 'vat' }
}

function formOf({ form }: Commodity, stated: Stated['form']): Objection | null {
  if (form === 'oxide') return null
  if (form !== 'metal')
    return none(
      `its prices are of ${form === 'other' ? 'another product' : `the ${form}`}, which has no fixed share of oxide`,
    )
  return stated === 'oxide' ? null : { why: 'its prices are of metal; the floor is for oxide', offer: 'form' }
}
