import { describe, expect, it } from 'vitest'
import { priceLine } from '../../../web/charts/price-line.ts'
import { day } from '../../support/brands.ts'
import {
  bareUnit,
  basesOf,
  conversionOf,
  inksOf,
  lacksRates,
  linesOf,
  type Converted,
} from '../../../web/features/data/commodities/commodity-series.ts'
import { publishedUnit, standsOn } from '../../../web/features/data/commodities/commodity-words.ts'
import { commodityRow, pointRow } from './commodity-rows.ts'

const metal = commodityRow({})
const oxide = commodityRow({
  id: 'nd-oxide',
  name: 'Nd oxide, China spot',
  form: 'oxide',
  currency: 'CNY',
  per: 't',
  scale: 10_000,
  vat_percent: 13,
  incoterm: null,
  purity_percent: null,
})
const converted = (
  series: Converted['series'],
  unit: string,
  points: Converted['points'] = [],
): Converted => ({
  series,
  unit,
  points,
  done: null,
})
const published = { price: 'published', form: 'published' } as const

describe('conversionOf', () => {
  it('asks for nothing that the reader did not choose', () => {
    expect(conversionOf(published)).toEqual({ form: 'published' })
    expect(conversionOf({ price: 'usd-kg', form: 'oxide' })).toEqual({
      form: 'oxide',
      currency: 'USD',
      per: 'kg',
      vat: 'without',
    })
  })
})

describe('basesOf', () => {
  it('tells prices apart by unit, tax and form as published', () => {
    const two = [converted(metal, 'USD/kg'), converted(oxide, '10,000 CNY/t')]
    expect(basesOf(two, published)).toEqual(['USD/kg, no VAT, metal', '10,000 CNY/t, with 13 % VAT, oxide'])
  })

  it('never puts a price with tax on the axis of one without, were the unit the same', () => {
    const taxed = commodityRow({ id: 'taxed', vat_percent: 13 })
    expect(basesOf([converted(metal, 'USD/kg'), converted(taxed, 'USD/kg')], published)).toHaveLength(2)
  })

  it('is one once all are in dollars, out of the tax and of one form', () => {
    const two = [converted(metal, bareUnit('USD/kg oxide equivalent')), converted(oxide, bareUnit('USD/kg'))]
    expect(basesOf(two, { price: 'usd-kg', form: 'oxide' })).toEqual(['USD/kg, no VAT, oxide'])
    expect(basesOf(two, { price: 'usd-kg', form: 'published' })).toHaveLength(2)
  })
})

describe('linesOf', () => {
  it('calls lines by what is priced, and by their ids where that is the same', () => {
    const other = commodityRow({ id: 'nd-metal-2', name: 'another' })
    const names = (...all: readonly (typeof metal)[]) =>
      linesOf(
        all.map((series) => converted(series, 'USD/kg')),
        inksOf(all),
        'published',
      ).map(({ ticker }) => ticker)
    expect(names(metal, oxide)).toEqual(['Nd metal', 'Nd oxide'])
    expect(names(metal, other)).toEqual(['nd-metal', 'nd-metal-2'])
    expect(names(commodityRow({ elements: [], name: 'A basket with a long name' }))).toEqual([
      'A basket with a…',
    ])
  })

  it('keeps a line whole over its own rhythm and breaks it where more is missing', () => {
    const points = [pointRow('2026-01-31', 1), pointRow('2026-02-28', 2), pointRow('2026-09-30', 3)]
    const monthly = commodityRow({ frequency: 'monthly' })
    const [line] = linesOf([converted(monthly, 'USD/kg', points)], inksOf([monthly]), 'published')
    if (line === undefined) throw new Error('one series, one line')
    const { drawn } = priceLine(line, 'price', day('2026-01-31'), undefined)
    expect(drawn.map(({ value }) => value)).toEqual([1, 2, null, 3])
  })

  it('draws no price that is under review', () => {
    const points = [pointRow('2026-01-02', 60, ['suspect'])]
    const [line] = linesOf([converted(metal, 'USD/kg', points)], inksOf([metal]), 'metal')
    expect(line?.points[0]).toMatchObject({ value: null, underReview: true })
    expect(line?.unit).toBe('USD/kg metal')
  })

  it('gives up to 42 series no two inks alike', () => {
    const many = Array.from({ length: 42 }, (_, place) => commodityRow({ id: `series-${place}` }))
    const inks = [...inksOf(many).values()].map(({ color, dash }) => `${color} ${dash}`)
    expect(new Set(inks).size).toBe(42)
  })
})

it('lacksRates: points without one price, not a series without points', () => {
  expect(lacksRates(converted(metal, 'USD/kg', [pointRow('2026-01-02', null)]))).toBe(true)
  expect(
    lacksRates(converted(metal, 'USD/kg', [pointRow('2026-01-02', null), pointRow('2026-01-05', 1)])),
  ).toBe(false)
  expect(lacksRates(converted(metal, 'USD/kg'))).toBe(false)
})

it('says what a series stands on, the unknown tax included', () => {
  expect(publishedUnit(oxide)).toBe('10,000 CNY/t')
  expect(standsOn(oxide)).toBe('oxide, 10,000 CNY/t, with 13 % VAT, terms not said, daily')
  expect(standsOn(commodityRow({ vat_percent: null }))).toBe(
    'metal 99.5 %, USD/kg, VAT not known, FOB China, daily',
  )
})
