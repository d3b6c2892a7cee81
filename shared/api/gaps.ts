import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { formatParameter, listParameter, rangeParameters, rangeRunsForward } from './parameters.ts'

/**
 * A session by the calendar that has no price. `hole`: the source should have it. `halt`: trading was halted, as an
 * announcement says (`explanation`, `url`). `closure`: no instrument of the exchange has the session, so that the
 * calendar may be wrong; a person decides by an override. `reason`: what the source said. `next_try_at` null: it is not
 * asked for any more, or nobody has asked yet (`tries` 0).
 */
export const gapRowSchema = z.object({
  ticker: tickerSchema,
  date: isoDateSchema,
  kind: z.enum(['hole', 'halt', 'closure']),
  reason: z.enum(['missing', 'null_ohlc']),
  source: z.string().nullable(),
  first_seen_at: instantSchema.nullable(),
  last_tried_at: instantSchema.nullable(),
  tries: z.int(),
  next_try_at: instantSchema.nullable(),
  explanation: z.string().nullable(),
  url: z.string().nullable(),
})
export type GapRow = z.infer<typeof gapRowSchema>

export const getGaps = defineEndpoint({
  method: 'GET',
  path: '/api/v1/gaps',
  tag: 'health',
  summary: 'Sessions by the calendar that have no price, newest first, with what explains them',
  query: z
    .object({ tickers: listParameter(tickerSchema).optional(), ...rangeParameters, ...formatParameter })
    .refine(...rangeRunsForward),
  response: listOf(gapRowSchema),
  columns: Object.keys(gapRowSchema.shape),
})
