/** The answer of Yahoo's v8 chart, the fields Oreline reads. Everything else in it is passed over. */
import * as z from 'zod'

/** Unix seconds. */
const stampSchema = z.int()

const metaSchema = z.object({
  currency: z.string().nullish(),
  symbol: z.string(),
  instrumentType: z.string().nullish(),
  firstTradeDate: stampSchema.nullish(),
  exchangeTimezoneName: z.string().nullish(),
  dataGranularity: z.string(),
  regularMarketTime: stampSchema.nullish(),
  regularMarketPrice: z.number().nullish(),
  regularMarketDayHigh: z.number().nullish(),
  regularMarketDayLow: z.number().nullish(),
  regularMarketVolume: z.number().nullish(),
})
export type ChartMeta = z.infer<typeof metaSchema>

/** Cells are judged row by row, so that one bad cell costs one row. */
const columnSchema = z.array(z.unknown())

const quoteSchema = z.object({
  open: columnSchema.optional(),
  high: columnSchema.optional(),
  low: columnSchema.optional(),
  close: columnSchema.optional(),
  volume: columnSchema.optional(),
})
export type QuoteColumns = z.infer<typeof quoteSchema>

const eventsSchema = z.object({
  dividends: z.record(z.string(), z.unknown()).optional(),
  splits: z.record(z.string(), z.unknown()).optional(),
})
export type ChartEvents = z.infer<typeof eventsSchema>

const resultSchema = z.object({
  meta: metaSchema,
  timestamp: columnSchema.optional(),
  events: eventsSchema.nullish(),
  indicators: z.object({
    quote: z.array(quoteSchema).min(1),
    adjclose: z.array(z.object({ adjclose: columnSchema.optional() })).optional(),
  }),
})
export type ChartResult = z.infer<typeof resultSchema>

export const chartSchema = z.object({
  chart: z.object({ result: z.array(resultSchema).min(1), error: z.null().optional() }),
})

/** What Yahoo says when there is no chart; `code` is `Not Found`, `Bad Request` or `Unprocessable Entity`. */
export const chartErrorSchema = z.object({
  chart: z.object({ result: z.null(), error: z.object({ code: z.string(), description: z.string() }) }),
})
