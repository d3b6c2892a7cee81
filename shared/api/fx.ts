import * as z from 'zod'
import { isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import {
  asOfParameter,
  formatParameter,
  listParameter,
  pageParameters,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

/** `rate` is units of the second currency per 1 of the first: AUDUSD is USD per 1 AUD. Published days only. */
export const fxRowSchema = z.object({
  pair: z.string(),
  date: isoDateSchema,
  rate: z.number(),
  source: z.string(),
})

export const getFx = defineEndpoint({
  method: 'GET',
  path: '/api/v1/fx',
  tag: 'prices',
  summary: 'Reference exchange rates, crossed over the euro on the same day',
  example: 'pairs=AUDUSD,CNYUSD&from=2025-10-01',
  query: z
    .object({
      pairs: listParameter(z.string().regex(/^[A-Z]{6}$/, 'a pair is six capital letters, e.g. AUDUSD')),
      ...rangeParameters,
      ...asOfParameter,
      ...pageParameters(20_000, 50_000),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(fxRowSchema),
  columns: Object.keys(fxRowSchema.shape),
})
