/** What an imported file does not say of itself, and a reader must know to use its figures. */
import * as z from 'zod'
import { currencyCodeSchema, tickerSchema } from '../../kernel/brand.ts'
import { commoditySchema } from '../commodities/commodity.ts'

/** Who published the figures, and on which terms they may be kept. */
const provenance = {
  source_note: z.string().trim().min(1).max(300),
  licence_note: z.string().trim().min(1).max(300),
}

/**
 * Daily bars of a known instrument. `volume_unit`: lots count 100 shares. `existing`: `fill` adds only days on which no
 * live bar is held, `replace` also corrects those (a source that still lists the day corrects it back).
 */
const barFieldsSchema = z.object({
  kind: z.literal('bars'),
  ticker: tickerSchema,
  currency: currencyCodeSchema,
  basis: z.enum(['raw', 'splits', 'adjusted']),
  volume_unit: z.enum(['shares', 'lots']).default('shares'),
  existing: z.enum(['fill', 'replace']).default('fill'),
  ...provenance,
})

/** Exchange rates: columns `date` and one per currency, each in units of the currency per 1 EUR. */
const fxFieldsSchema = z.object({
  kind: z.literal('fx'),
  existing: z.enum(['fill', 'replace']).default('fill'),
  ...provenance,
})

/** Points of a commodity series, new or known: `series` says all that the figures stand on. */
const commodityFieldsSchema = z.object({
  kind: z.literal('commodity'),
  series: commoditySchema,
  ...provenance,
})

export const importFieldsSchema = z.discriminatedUnion('kind', [
  barFieldsSchema,
  fxFieldsSchema,
  commodityFieldsSchema,
])
export type ImportFields = z.output<typeof importFieldsSchema>
