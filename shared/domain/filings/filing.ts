/** A filing or exchange announcement as a provider's answer yields it: metadata and a link, never the text. */
import * as z from 'zod'
import { instantSchema, isoDateSchema } from '../../kernel/brand.ts'

/** What a filing is about, in English, whatever the source's own code: the colour and the filter of the page. */
export const filingCategorySchema = z.enum([
  'results',
  'annual-report',
  'quarterly-report',
  'current-report',
  'capital-raising',
  'ownership',
  'governance',
  'dividend',
  'trading-halt',
  'late-filing',
  'registration',
  'correspondence',
  'other',
])
export type FilingCategory = z.infer<typeof filingCategorySchema>

/**
 * `sourceId` identifies it within its source (accession number, document key, URL path). `publishedOn` is the day in
 * the market's zone; `publishedAt` the moment, null where only the day is known. `details` is the source's own extra.
 */
export const filingSchema = z.object({
  sourceId: z.string().min(1),
  form: z.string().min(1),
  category: filingCategorySchema,
  title: z.string().min(1),
  titleEn: z.string().nullable(),
  publishedOn: isoDateSchema,
  publishedAt: instantSchema.nullable(),
  precision: z.enum(['instant', 'minute', 'day']),
  url: z.url().nullable(),
  priceSensitive: z.boolean().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export type Filing = z.infer<typeof filingSchema>
