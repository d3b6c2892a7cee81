import { buildConversion, type Wanted } from '@oreline/shared/domain/commodities/conversion.ts'
import { metalFraction } from '@oreline/shared/domain/commodities/oxide.ts'
import type { Commodity } from '@oreline/shared/domain/commodities/commodity.ts'
import { differingGround } from '@oreline/shared/domain/commodities/same-ground.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../support/brands.ts'
import { aCommodity } from '../../support/commodity.ts'

const asPublished: Wanted = { currency: 'published', vat: 'published', form: 'published' }
/** CNY 7.1 per USD on the ninth. */
const rates = [{ date: day('2025-07-09'), rate: 1 / 7.1 }]

function convert(more: Partial<Commodity>, wanted: Partial<Wanted>, value = 500_000, date = '2025-07-09') {
  const conversion = buildConversion({ ...aCommodity, ...more }, { ...asPublished, ...wanted }, rates)
  if ('refused' in conversion) return conversion
  const { unit, said } = conversion
  return { unit, said, ...conversion.convert({ date: day(date), value, low: value / 2, high: null }) }
}

describe('a price', () => {
  test('is served as published where nothing is asked', () => {
    expect(convert({}, {})).toMatchObject({
      unit: 'CNY/t',
      said: [],
      value: 500_000,
      low: 250_000,
      high: null,
    })
  })

  test('of Nd oxide, 500,000 CNY/t incl. 13 % VAT at CNY 7.1/USD, is 62.32 USD/kg without', () => {
    const { value, unit, said, fxDate } = valued(convert({}, { currency: 'USD', per: 'kg', vat: 'without' }))
    expect(value).toBeCloseTo(62.321, 3)
    expect([unit, fxDate]).toEqual(['USD/kg', '2025-07-09'])
    expect(said).toEqual([
      'without 13 % value-added tax (divided by 1.13)',
      'in USD by the reference rate of the day, at most seven days old',
      'per kg instead of per t',
    ])
  })

  test('of 34.15 printed in 10,000 CNY/t stays 34.15, and is 302,212 CNY/t without 13 % VAT', () => {
    expect(convert({ scale: 10_000 }, {}, 34.15)).toMatchObject({ unit: '10,000 CNY/t', value: 34.15 })
    const without = valued(convert({ scale: 10_000 }, { vat: 'without' }, 34.15))
    expect(without.value).toBeCloseTo(302_212.4, 1)
    expect([without.unit, without.said[0]]).toEqual(['CNY/t', 'figures times 10,000'])
  })

  test('of 62.32 USD/kg is 28.27 USD/lb (1 lb is 0.45359237 kg) and 62,320 USD/t', () => {
    const series = { currency: aCommodity.currency, per: 'kg' } as const
    expect(valued(convert(series, { per: 'lb' }, 62.32)).value).toBeCloseTo(28.268, 3)
    expect(valued(convert(series, { per: 't' }, 62.32)).value).toBeCloseTo(62_320, 6)
  })

  test('uses the rate of at most seven days before: on the 16th it is null no longer, on the 17th it is', () => {
    expect(valued(convert({}, { currency: 'USD' }, 7.1, '2025-07-16')).value).toBeCloseTo(1, 12)
    expect(convert({}, { currency: 'USD' }, 7.1, '2025-07-17')).toMatchObject({
      value: null,
      low: null,
      fxDate: null,
    })
    expect(convert({}, { currency: 'USD' }, 7.1, '2025-07-08')).toMatchObject({ value: null })
  })

  test('there and back between oxide and metal is the same again', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (price) => {
        const metal = valued(convert({}, { form: 'metal' }, price)).value ?? 0
        const back = valued(convert({ form: 'metal' }, { form: 'oxide' }, metal)).value ?? 0
        expect(back / price).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('metal in an oxide, by IUPAC 2021 atomic masses', () => {
  test.for([
    ['Nd', 'Nd2O3', 0.8574],
    ['Pr', 'Pr6O11', 0.8277],
    ['Dy', 'Dy2O3', 0.8713],
    ['Tb', 'Tb4O7', 0.8502],
    ['La', 'La2O3', 0.8527],
    ['Ce', 'CeO2', 0.8141],
    ['Y', 'Y2O3', 0.7874],
  ] as const)('%s: %s is %s metal by mass', ([element, formula, fraction]) => {
    expect(metalFraction([element])).toMatchObject({ formula })
    expect(metalFraction([element])?.fraction).toBeCloseTo(fraction, 4)
  })

  test('NdPr oxide, 75 % Nd2O3 with 25 % Pr6O11, is 0.8499 metal: 1.177 kg of it hold 1 kg (chain.md: about 1.17)', () => {
    expect(metalFraction(['Pr', 'Nd'])?.fraction).toBeCloseTo(0.8499, 4)
    const metal = convert({ elements: ['Nd', 'Pr'] }, { form: 'metal' }, 100)
    expect(valued(metal).value).toBeCloseTo(117.66, 2)
    expect(valued(metal)).toMatchObject({
      unit: 'CNY/t metal equivalent',
      said: ['per metal contained: 75 % Nd2O3 with 25 % Pr6O11 by mass is 84.99 % metal by mass'],
    })
  })
})

describe('what is not known is refused, naming the parameter', () => {
  test.for([
    [{ vat_percent: null }, { vat: 'without' }, 'vat', 'is not known whether'],
    [{ form: 'alloy' }, { form: 'metal' }, 'form', '(alloy) has no fixed share'],
    [{ form: 'concentrate' }, { form: 'oxide' }, 'form', '(concentrate)'],
    [{ elements: [] }, { form: 'metal' }, 'form', 'no named element'],
    [{ elements: ['Sm', 'Co'] }, { form: 'metal' }, 'form', 'Sm and Co'],
    [{ elements: ['Fe'] }, { form: 'metal' }, 'form', 'Fe'],
  ] as const)('%j with %j', ([more, wanted, refused, why]) => {
    const series: Partial<Commodity> = 'elements' in more ? { elements: [...more.elements] } : more
    expect(convert(series, wanted)).toMatchObject({ refused, why: expect.stringContaining(why) })
  })

  test('a price that holds no tax is the same without it', () => {
    expect(convert({ vat_percent: 0 }, { vat: 'without' })).toMatchObject({ value: 500_000, said: [] })
  })
})

test('two descriptions are of one series when their figures stand on the same', () => {
  expect(differingGround(aCommodity, { ...aCommodity, name: 'another name', source: 'another' })).toEqual([])
  expect(differingGround(aCommodity, { ...aCommodity, vat_percent: 0, elements: ['Pr'] })).toEqual([
    'elements',
    'vat_percent',
  ])
})

function valued(converted: ReturnType<typeof convert>) {
  if ('refused' in converted) throw new Error(converted.why)
  return converted
}
