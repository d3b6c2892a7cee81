import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import {
  asOfParameter,
  flagParameter,
  formatParameter,
  listParameter,
  pageParameters,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

/**
 * One filing of one company. `published_on` is the day in the market's zone, `published_at` the moment, null where
 * only the day is known (`precision: day`). `title` is in the original language. `url` opens the regulator's own page.
 * `sources` are all that list it, the first of them `source`, whose row this is; `id` stays when another one joins.
 * `removed_upstream`: that source has not listed it for three days; it stays here. `amends`: the id of the filing that
 * this one amends or corrects, null where it is none, or where more than one comes into question.
 */
export const filingRowSchema = z.object({
  id: z.string(),
  ticker: tickerSchema,
  source: z.string(),
  sources: z.array(z.string()),
  form: z.string(),
  category: z.string(),
  title: z.string(),
  title_en: z.string().nullable(),
  published_on: isoDateSchema,
  published_at: instantSchema.nullable(),
  precision: z.enum(['instant', 'minute', 'day']),
  url: z.string().nullable(),
  price_sensitive: z.boolean().nullable(),
  removed_upstream: z.boolean(),
  amends: z.string().nullable(),
  first_seen_at: instantSchema,
})
export type FilingRow = z.infer<typeof filingRowSchema>

/** A code of the source, free of control characters, which no text of PostgreSQL's may hold. */
const formSchema = z.string().regex(/^\P{Cc}{1,40}$/u, 'a form code')

export const getFilings = defineEndpoint({
  method: 'GET',
  path: '/api/v1/filings',
  tag: 'filings',
  summary: 'Filings and exchange announcements, newest first',
  example: 'tickers=MP&from=2026-01-01',
  query: z
    .object({
      tickers: listParameter(tickerSchema).optional(),
      ...rangeParameters,
      form: listParameter(formSchema).optional().meta({ description: 'form codes, e.g. 8-K,10-Q' }),
      sensitive: flagParameter
        .optional()
        .meta({ description: 'true: only what the exchange marked price-sensitive' }),
      ...asOfParameter,
      ...pageParameters(2_000, 10_000),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(filingRowSchema),
  columns: Object.keys(filingRowSchema.shape),
})
