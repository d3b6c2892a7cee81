/** The answer of Yahoo's v8 chart, the fields Oreline reads. Everything else in it is passed over. */
import * as z from 'zod'

/** Unix seconds, from 1900 to 2200. */
export const stampSchema = z.int().min(-2_208_988_800).max(7_258_118_400)
/** What the bars can do without: nonsense there is as good as nothing. */
const stampOrNull = stampSchema.nullish().catch(null)
const figureOrNull = z.number().nullish().catch(null)

const metaSchema = z.object({
  currency: z.string().nullish(),
  symbol: z.string(),
  instrumentType: z.string().nullish(),
  firstTradeDate: stampOrNull,
  exchangeTimezoneName: z.string().nullish(),
  dataGranularity: z.string(),
  regularMarketTime: stampOrNull,
  regularMarketPrice: figureOrNull,
  regularMarketDayHigh: figureOrNull,
  regularMarketDayLow: figureOrNull,
  regularMarketVolume: figureOrNull,
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
