/** A published reference rate: units of `currency` per 1 EUR on `date`, the day the bank published it. */
import * as z from 'zod'
import { currencyCodeSchema, isoDateSchema } from '../../kernel/brand.ts'

export const euroRateSchema = z.object({
  currency: currencyCodeSchema,
  date: isoDateSchema,
  perEur: z.number().positive(),
})
export type EuroRate = z.infer<typeof euroRateSchema>
