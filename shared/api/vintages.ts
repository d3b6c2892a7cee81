import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/**
 * One revision of a bar, prices as stored (see `basis`) in the instrument's currency. It was the current one from
 * `recorded_at` until `superseded_at`, null: it still is. `fetched_at`: when the answer behind it came; null: not kept.
 * `epoch` counts the rescalings of the series.
 */
export const vintageRowSchema = z.object({
  ticker: tickerSchema,
  date: isoDateSchema,
  revision: z.int(),
  open: z.number().nullable(),
  high: z.number().nullable(),
  low: z.number().nullable(),
  close: z.number(),
  adj_close: z.number().nullable(),
  volume: z.number().nullable(),
  status: z.enum(['final', 'provisional']),
  basis: z.enum(['raw', 'splits', 'adjusted']),
  flags: z.array(z.string()),
  epoch: z.int(),
  source: z.string(),
  recorded_at: instantSchema,
  superseded_at: instantSchema.nullable(),
  fetched_at: instantSchema.nullable(),
})
export type VintageRow = z.infer<typeof vintageRowSchema>

export const getVintages = defineEndpoint({
  method: 'GET',
  path: '/api/v1/series/:ticker/vintages',
  tag: 'prices',
  example: 'date=2025-07-10',
  summary: 'Every revision of one bar, oldest first: what was stored, from whom, from when until when',
  params: z.object({ ticker: tickerSchema }),
  query: z.object({ date: isoDateSchema, ...formatParameter }),
  response: listOf(vintageRowSchema),
  columns: Object.keys(vintageRowSchema.shape),
})
