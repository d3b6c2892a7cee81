/** What an imported file does not say of itself, and a reader must know to use its figures. */
import * as z from 'zod'
import { currencyCodeSchema, tickerSchema } from '../../kernel/brand.ts'
import { commoditySchema } from '../commodities/commodity.ts'

/**
 * How days are written. `auto` reads what can be read one way only: `2025-07-09`, `20250709`, `2025/7/9`, `2025年7月9日`,
 * `9 July 2025`; `09/07/2025` is refused until it is said which of the two it is.
 */
const dateFormatSchema = z.enum(['auto', 'dd/mm/yyyy', 'mm/dd/yyyy'])
export type DateFormat = z.infer<typeof dateFormatSchema>

/** `fill` adds only days on which nothing is held; starter rows count as nothing. `replace` also corrects the others. */
const existingSchema = z.enum(['fill', 'replace'])

const common = {
  existing: existingSchema.default('fill'),
  date_format: dateFormatSchema.default('auto'),
  /** Who published the figures. */
  source_note: z.string().trim().min(1).max(300),
  /** On which terms they may be kept. */
  licence_note: z.string().trim().min(1).max(300),
}

/**
 * Daily bars of a known instrument, in its own currency. `basis`: what the prices are, where the file has no column
 * `basis`. `volume_unit`: lots count 100 shares. A source that still lists a replaced day corrects it back.
 */
export const barFieldsSchema = z.object({
  kind: z.literal('bars'),
  ticker: tickerSchema,
  currency: currencyCodeSchema,
  basis: z.enum(['raw', 'splits', 'adjusted']),
  volume_unit: z.enum(['shares', 'lots']).default('shares'),
  ...common,
})

/** Exchange rates: columns `date` and one per currency, each in units of the currency per 1 EUR. */
export const fxFieldsSchema = z.object({ kind: z.literal('fx'), ...common })

const headerSchema = z.string().trim().min(1).max(200)

/**
 * Points of a commodity series, new or known: `series` says all that the figures stand on, and a known series must stand
 * on the same. `columns`: the headers of the price and its bounds, where the file has several; without it they are told
 * by their names (`value`, `price`, `low`, `high`), or the price is the only column beside the day.
 */
export const commodityFieldsSchema = z.object({
  kind: z.literal('commodity'),
  series: commoditySchema,
  columns: z
    .object({ value: headerSchema, low: headerSchema.optional(), high: headerSchema.optional() })
    .optional(),
  ...common,
})

export const importFieldsSchema = z.discriminatedUnion('kind', [
  barFieldsSchema,
  fxFieldsSchema,
  commodityFieldsSchema,
])
export type ImportFields = z.output<typeof importFieldsSchema>
export type BarFields = z.output<typeof barFieldsSchema>
export type FxFields = z.output<typeof fxFieldsSchema>
export type CommodityFields = z.output<typeof commodityFieldsSchema>
