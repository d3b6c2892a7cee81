/**
 * A commodity price series and everything its figures stand on: two prices of "NdPr" differ by a third between oxide and
 * metal, by 13 % between with and without Chinese value-added tax, and by a factor of 1,000 between kilogram and tonne.
 */
import * as z from 'zod'
import { currencyCodeSchema } from '../../kernel/brand.ts'

/** `t` is the metric tonne; `10kCNY/t`-style units are a currency with `scale` 10,000. */
export const massUnitSchema = z.enum(['kg', 't', 'lb'])
export type MassUnit = z.infer<typeof massUnitSchema>

/** What is priced: the element's oxide, the metal or alloy, or an ore concentrate. */
export const formSchema = z.enum(['oxide', 'metal', 'alloy', 'concentrate', 'magnet', 'other'])

export const commoditySchema = z.object({
  /** Lower-case words joined by hyphens: `ndpr-oxide-china`. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
    .max(60),
  name: z.string().trim().min(1).max(120),
  /** Chemical symbols of what is priced, `Nd` and `Pr` for NdPr. */
  elements: z.array(z.string().regex(/^[A-Z][a-z]?$/, 'a chemical symbol')).max(20),
  form: formSchema,
  currency: currencyCodeSchema,
  per: massUnitSchema,
  /** Figures are in so many units of the currency: 10,000 where they are printed in 万元. */
  scale: z.number().positive().default(1),
  /** Percent of value-added tax inside the price; null: not known, so that the price without it is not known either. */
  vat_percent: z.number().min(0).max(50).nullable(),
  /** `FOB China`, `EXW`, `delivered`; null: not said. */
  incoterm: z.string().trim().min(1).max(60).nullable(),
  /** Percent; null: not said. */
  purity_percent: z.number().positive().max(100).nullable(),
  frequency: z.enum(['daily', 'weekly', 'monthly', 'irregular']),
  source: z.string().trim().min(1).max(120),
  licence_note: z.string().trim().min(1).max(300),
})
export type Commodity = z.output<typeof commoditySchema>
