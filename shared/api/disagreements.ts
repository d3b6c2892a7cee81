import * as z from 'zod'
import { isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import {
  asOfParameter,
  formatParameter,
  listParameter,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

/**
 * A day on which two sources say different things. `close`: final split-adjusted closes of the shown and of another
 * source, more than 0.5 % apart. `adj_close`: the adjusted close computed here (`source` is `computed`) and the
 * provider's own, more than 0.1 % apart. `difference` is other over shown, less 1, a fraction.
 */
export const disagreementRowSchema = z.object({
  ticker: tickerSchema,
  date: isoDateSchema,
  field: z.enum(['close', 'adj_close']),
  source: z.string(),
  value: z.number(),
  other_source: z.string(),
  other_value: z.number(),
  difference: z.number(),
})
export type DisagreementRow = z.infer<typeof disagreementRowSchema>

export const getDisagreements = defineEndpoint({
  method: 'GET',
  path: '/api/v1/disagreements',
  tag: 'health',
  summary:
    'Days on which two sources, or a source and our own arithmetic, disagree; newest first; the last 400 days unless said otherwise',
  example: 'tickers=600111.SS',
  query: z
    .object({
      tickers: listParameter(tickerSchema).optional(),
      ...rangeParameters,
      field: z.enum(['close', 'adj_close']).optional(),
      ...asOfParameter,
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(disagreementRowSchema),
  columns: Object.keys(disagreementRowSchema.shape),
})
