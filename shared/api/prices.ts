import * as z from 'zod'
import { currencyCodeSchema, instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
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

/**
 * One bar: prices in `currency` per share (null in USD where no reference rate lies within seven days before),
 * volume in shares. `date` is the session's day in the exchange's zone. `basis` says what the stored figure was:
 * raw, splits or adjusted (a series that came dividend-adjusted has no raw closes). `adj_close` is computed here, from
 * closes, splits and dividends by one formula for every source: null where a later dividend cannot be computed with. Where
 * the source's own differs, `/disagreements` says so.
 */
export const priceRowSchema = z.object({
  ticker: tickerSchema,
  date: isoDateSchema,
  open: z.number().nullable(),
  high: z.number().nullable(),
  low: z.number().nullable(),
  close: z.number().nullable(),
  adj_close: z.number().nullable(),
  volume: z.number().nullable(),
  currency: currencyCodeSchema,
  status: z.enum(['final', 'provisional']),
  basis: z.enum(['raw', 'splits', 'adjusted']),
  flags: z.array(z.string()),
  fx_date: isoDateSchema.nullable(),
  source: z.string(),
  recorded_at: instantSchema,
})
export type PriceRow = z.infer<typeof priceRowSchema>

export const getPrices = defineEndpoint({
  method: 'GET',
  path: '/api/v1/prices',
  tag: 'prices',
  summary: 'Daily bars, one row per ticker and session, ascending by ticker and date',
  example: 'tickers=MP,LYC.AX&from=2025-10-01&to=2025-10-31',
  query: z
    .object({
      tickers: listParameter(tickerSchema),
      ...rangeParameters,
      currency: z.enum(['local', 'USD']).default('local'),
      adjust: z
        .enum(['none', 'splits', 'all'])
        .default('splits')
        .meta({ description: 'none: as traded; splits: split-adjusted; all: splits and dividends' }),
      ...asOfParameter,
      ...pageParameters(20_000, 50_000),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(priceRowSchema),
  columns: Object.keys(priceRowSchema.shape),
})
