import * as z from 'zod'
import {
  calendarIdSchema,
  currencyCodeSchema,
  isoDateSchema,
  micSchema,
  tickerSchema,
} from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { asOfParameter, formatParameter } from './parameters.ts'

/** One instrument. `benchmark` and `sector` name the instruments it is held against; `stages` and `elements` come from the chain data (null: none recorded). `first_date`, `last_date` bound the bars held. `paused`: nothing is asked about it. `added`: by an operator, who may remove it. */
export const instrumentRowSchema = z.object({
  ticker: tickerSchema,
  name: z.string(),
  name_zh: z.string().nullable(),
  mic: micSchema,
  calendar: calendarIdSchema,
  currency: currencyCodeSchema,
  role: z.enum(['tracked', 'benchmark', 'context']),
  kind: z.string(),
  isin: z.string().nullable(),
  benchmark: tickerSchema.nullable(),
  sector: tickerSchema.nullable(),
  listed_from: isoDateSchema.nullable(),
  stages: z.array(z.string()),
  elements: z.array(z.string()),
  first_date: isoDateSchema.nullable(),
  last_date: isoDateSchema.nullable(),
  paused: z.boolean(),
  added: z.boolean(),
})
export type InstrumentRow = z.infer<typeof instrumentRowSchema>

export const getInstruments = defineEndpoint({
  method: 'GET',
  path: '/api/v1/instruments',
  tag: 'prices',
  summary: 'The tracked tickers, their benchmarks and context instruments',
  query: z.object({ ...asOfParameter, ...formatParameter }),
  response: listOf(instrumentRowSchema),
  columns: Object.keys(instrumentRowSchema.shape),
})
