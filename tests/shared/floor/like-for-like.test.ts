import type { Commodity } from '@oreline/shared/domain/commodities/commodity.ts'
import { likeForLike, type Stated } from '@oreline/shared/domain/floor/like-for-like.ts'
import { describe, expect, it } from 'vitest'
import { aCommodity } from '../../support/commodity.ts'

const asPublished: Stated = { vat: 'published', form: 'published', elements: 'published' }
const ndpr: Commodity = { ...aCommodity, elements: ['Pr', 'Nd'], vat_percent: 0 }
const offersOf = (commodity: Commodity, stated: Stated = asPublished) => {
  const footing = likeForLike(commodity, stated)
  return footing.kind === 'drawn' ? 'drawn' : footing.objections.map(({ offer }) => offer)
}

describe('a market series against an oxide floor without tax', () => {
  it('is drawn as it is where it is NdPr oxide without tax', () => {
    expect(likeForLike(ndpr, asPublished)).toEqual({
      kind: 'drawn',
      wanted: { currency: 'USD', per: 'kg', vat: 'published', form: 'published' },
    })
  })

  it('is refused with tax inside, until the reader has it taken out', () => {
    const taxed = { ...ndpr, vat_percent: 13 }
    expect(offersOf(taxed)).toEqual(['vat'])
    expect(likeForLike(taxed, { ...asPublished, vat: 'without' })).toMatchObject({
      kind: 'drawn',
      wanted: { vat: 'without' },
    })
  })

  it('is refused where nobody knows whether tax is inside, whatever the reader says', () => {
    expect(offersOf({ ...ndpr, vat_percent: null }, { ...asPublished, vat: 'without' })).toEqual([null])
  })

  it('is refused as metal, until the reader states the conversion', () => {
    const metal: Commodity = { ...ndpr, form: 'metal' }
    expect(offersOf(metal)).toEqual(['form'])
    expect(likeForLike(metal, { ...asPublished, form: 'oxide' })).toMatchObject({ wanted: { form: 'oxide' } })
  })

  it.each(['alloy', 'concentrate', 'magnet', 'other'] as const)(
    'is refused as %s: no fixed share of oxide',
    (form) => {
      expect(offersOf({ ...ndpr, form }, { vat: 'without', form: 'oxide', elements: 'nd-for-ndpr' })).toEqual(
        [null],
      )
    },
  )

  it('of neodymium alone stands in only where the reader says so; cerium never does', () => {
    expect(offersOf({ ...ndpr, elements: ['Nd'] })).toEqual(['elements'])
    expect(offersOf({ ...ndpr, elements: ['Nd'] }, { ...asPublished, elements: 'nd-for-ndpr' })).toBe('drawn')
    expect(offersOf({ ...ndpr, elements: ['Ce'] }, { ...asPublished, elements: 'nd-for-ndpr' })).toEqual([
      null,
    ])
    expect(offersOf({ ...ndpr, elements: [] })).toEqual([null])
  })

  it('names every objection at once', () => {
    expect(offersOf({ ...aCommodity, elements: ['Nd'], form: 'metal' })).toEqual(['elements', 'vat', 'form'])
  })
})
