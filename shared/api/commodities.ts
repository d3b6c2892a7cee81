import * as z from 'zod'
import { commoditySchema, massUnitSchema } from '../domain/commodities/commodity.ts'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import {
  asOfParameter,
  formatParameter,
  pageParameters,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

const MiB = 1_048_576

/** A series with its newest point, as published; null: it has none. */
export const commodityRowSchema = commoditySchema.extend({
  points: z.int(),
  first_day: isoDateSchema.nullable(),
  newest_day: isoDateSchema.nullable(),
  newest_value: z.number().nullable(),
})
export type CommodityRow = z.infer<typeof commodityRowSchema>

/** One price. `value`, `low`, `high` in `unit` (such as `USD/kg`), null where no rate lies within seven days before. */
export const commodityPointRowSchema = z.object({
  series: z.string(),
  date: isoDateSchema,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  fx_date: isoDateSchema.nullable(),
  flags: z.array(z.string()),
  source: z.string(),
  recorded_at: instantSchema,
})
export type CommodityPointRow = z.infer<typeof commodityPointRowSchema>

export const getCommodities = defineEndpoint({
  method: 'GET',
  path: '/api/v1/commodities',
  tag: 'data',
  summary: 'Commodity price series, with unit, tax, terms, purity and licence of each',
  query: z.object({ ...asOfParameter, ...formatParameter }),
  response: listOf(commodityRowSchema),
  columns: Object.keys(commodityRowSchema.shape).filter((name) => name !== 'elements'),
})

const seriesParams = z.object({ series: commoditySchema.shape.id })

/**
 * Conversions only where they are asked for, each by a stated factor: `currency` by the reference rate of the day, `per`
 * by mass, `vat=without` by the tax inside the price, `form` between oxide and metal by the element's mass fraction.
 * `meta.units.value` says what came out, `meta.adjusted` how; null: as published. What is not known (the tax, an alloy's
 * composition) is refused, naming the parameter.
 */
export const getCommodityPoints = defineEndpoint({
  method: 'GET',
  path: '/api/v1/commodities/:series/points',
  tag: 'data',
  summary: 'Points of a commodity series, as published or explicitly converted',
  params: seriesParams,
  query: z
    .object({
      ...rangeParameters,
      currency: z.enum(['published', 'USD']).default('published'),
      per: massUnitSchema.optional(),
      vat: z.enum(['published', 'without']).default('published'),
      form: z.enum(['published', 'oxide', 'metal']).default('published'),
      ...asOfParameter,
      ...pageParameters(20_000, 50_000),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(commodityPointRowSchema),
  columns: Object.keys(commodityPointRowSchema.shape),
})

export const putCommodity = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/commodities/:series',
  tag: 'data',
  summary: 'Describe a commodity series: unit, currency, tax, terms, purity, frequency, licence',
  params: seriesParams,
  body: commoditySchema.omit({ id: true }),
  response: oneOf(commodityRowSchema),
})

export const postCommodityPoints = defineEndpoint({
  method: 'POST',
  path: '/api/v1/commodities/:series/points',
  tag: 'data',
  summary: 'Add points to a commodity series, all of them or none; a changed value is a revision',
  params: seriesParams,
  bodyBytes: 5 * MiB,
  body: z.object({
    points: z
      .array(
        z.object({
          date: isoDateSchema,
          value: z.number().positive(),
          low: z.number().positive().nullable().default(null),
          high: z.number().positive().nullable().default(null),
        }),
      )
      .min(1)
      .max(50_000),
  }),
  response: oneOf(z.object({ series: z.string(), rows_read: z.int(), rows_written: z.int() })),
})
