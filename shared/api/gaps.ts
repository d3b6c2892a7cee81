import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { formatParameter, listParameter, rangeParameters, rangeRunsForward } from './parameters.ts'

/**
 * A session by the calendar that has no price, from an instrument's first bar to the newest session that should be final.
 * `hole`: the source should have it. `halt`: trading was halted, as an announcement says (`explanation`, `url`).
 * `closure`: no instrument of the exchange has the session, two or more of which were followed then, so that the calendar
 * may be wrong; a person decides by an override. `reason`: what the source said; `no_trade` only of halts: there is a bar,
 * with volume 0 and the price of the session before. A hole is asked for again once a day for ten days: `next_try_at` null
 * says that it is not any more, or that nobody has asked yet (`tries` 0).
 */
export const gapRowSchema = z.object({
  ticker: tickerSchema,
  date: isoDateSchema,
  kind: z.enum(['hole', 'halt', 'closure']),
  reason: z.enum(['missing', 'null_ohlc', 'no_trade']),
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
  example: 'tickers=LYC.AX&from=2025-10-01',
  query: z
    .object({ tickers: listParameter(tickerSchema).optional(), ...rangeParameters, ...formatParameter })
    .refine(...rangeRunsForward),
  response: listOf(gapRowSchema),
  columns: Object.keys(gapRowSchema.shape),
})
