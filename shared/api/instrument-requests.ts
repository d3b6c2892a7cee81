import * as z from 'zod'
import { instantSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/** A symbol somebody wants followed, and how far that has come. `detail` is a sentence for the reader. */
export const instrumentRequestRowSchema = z.object({
  id: z.int(),
  symbol: z.string(),
  state: z.enum(['pending', 'looking-up', 'backfilling', 'done', 'refused']),
  detail: z.string(),
  ticker: tickerSchema.nullable(),
  bars_stored: z.int(),
  asked_at: instantSchema,
  changed_at: instantSchema,
})
export type InstrumentRequestRow = z.infer<typeof instrumentRequestRowSchema>

/** A symbol as Yahoo writes it: `USAR`, `ILU.AX`, `600392.SS`. */
const symbolSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9.^=-]{0,15}$/, 'a symbol as Yahoo writes it, such as USAR or ILU.AX')

export const postInstrument = defineEndpoint({
  method: 'POST',
  path: '/api/v1/instruments',
  tag: 'data',
  summary: 'Follow another instrument: look its symbol up, store its history, keep it up to date',
  body: z.object({ symbol: symbolSchema }),
  response: oneOf(instrumentRequestRowSchema),
  status: 202,
})

export const getInstrumentRequests = defineEndpoint({
  method: 'GET',
  path: '/api/v1/instrument-requests',
  tag: 'data',
  summary: 'Symbols asked for, newest first, and how far each has come',
  query: z.object({ ...formatParameter }),
  response: listOf(instrumentRequestRowSchema),
  columns: Object.keys(instrumentRequestRowSchema.shape),
})

const oneInstrument = z.object({ ticker: tickerSchema })

/** A paused instrument is asked of nobody; what is stored stays and is shown. */
export const putInstrumentPaused = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/instruments/:ticker/paused',
  tag: 'data',
  summary: 'Pause an instrument or take it up again',
  params: oneInstrument,
  body: z.object({ paused: z.boolean() }),
  response: oneOf(z.object({ ticker: tickerSchema, paused: z.boolean() })),
})

/** Its rows stay in the store and readable as of then; only instruments that were added can be removed. */
export const deleteInstrument = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/instruments/:ticker',
  tag: 'data',
  summary: 'Stop following an instrument that was added',
  params: oneInstrument,
  response: oneOf(z.object({ ticker: tickerSchema })),
})
