/** Price floors against the market: the floors of the catalogue, and the distance of a like-for-like price from one. */
import * as z from 'zod'
import { commoditySchema } from '../domain/commodities/commodity.ts'
import { floorSchema } from '../domain/floor/floor.ts'
import { eventIdSchema } from '../domain/policy/event.ts'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import {
  asOfParameter,
  atParameter,
  formatParameter,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

export const getFloors = defineEndpoint({
  method: 'GET',
  path: '/api/v1/floors',
  tag: 'policy',
  summary: 'Price floors of the catalogue with the days they count for and their state on a day',
  query: z.object({
    ...atParameter('the state publicly known on this day'),
    ...asOfParameter,
    ...formatParameter,
  }),
  response: listOf(floorSchema),
  columns: [
    'event_id',
    'title',
    'value',
    'unit',
    'of',
    'from',
    'to',
    'term',
    'state.value',
    'state.since',
    'state.unconfirmed',
    'tickers',
  ],
})

/** `market`, `floor` and `gap` in USD/kg of NdPr oxide without tax; `gap` positive: the market lies below the floor. */
export const floorGapRowSchema = z.object({
  event_id: eventIdSchema,
  series: z.string(),
  date: isoDateSchema,
  market: z.number().nullable(),
  floor: z.number(),
  gap: z.number().nullable(),
  fx_date: isoDateSchema.nullable(),
  source: z.string(),
  recorded_at: instantSchema,
})
export type FloorGapRow = z.infer<typeof floorGapRowSchema>

/**
 * Days on which the series has a price and the floor counts. A series with tax inside, of metal, or of other elements is
 * refused (naming the parameter that would state the conversion), never drawn on another footing than the floor's.
 */
export const getFloorGaps = defineEndpoint({
  method: 'GET',
  path: '/api/v1/floors/:event/gaps/:series',
  tag: 'policy',
  summary: 'How far a market series lies below a floor, on a like-for-like basis',
  example: 'vat=without&elements=nd-for-ndpr',
  params: z.object({ event: eventIdSchema, series: commoditySchema.shape.id }),
  query: z
    .object({
      vat: z.enum(['published', 'without']).default('published').meta({
        description: '`without`: take the stated value-added tax out of the price',
      }),
      form: z.enum(['published', 'oxide']).default('published').meta({
        description: '`oxide`: from metal, by the mass fraction of the oxide',
      }),
      elements: z.enum(['published', 'nd-for-ndpr']).default('published').meta({
        description: '`nd-for-ndpr`: let a price of neodymium alone stand in for the two together',
      }),
      ...rangeParameters,
      ...asOfParameter,
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(floorGapRowSchema),
  columns: Object.keys(floorGapRowSchema.shape),
})
