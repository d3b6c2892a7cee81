/** A commodity series as an operator would describe it. */
import { commoditySchema, type Commodity } from '@oreline/shared/domain/commodities/commodity.ts'

/** Neodymium oxide as Chinese price services quote it: per tonne, with tax. */
export const aCommodity: Commodity = commoditySchema.parse({
  id: 'nd-oxide-china',
  name: 'Neodymium oxide, China',
  elements: ['Nd'],
  form: 'oxide',
  currency: 'CNY',
  per: 't',
  vat_percent: 13,
  incoterm: 'EXW',
  purity_percent: 99.5,
  frequency: 'daily',
  source: 'a price service',
  licence_note: 'made up for tests',
})
