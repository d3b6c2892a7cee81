/** The figures beside the chain: China's shares, what companies disclosed, money announced, the balance of policy. */
import * as z from 'zod'
import { announcedMoneySchema, chinaShareSchema, disclosedFigureSchema } from '../domain/chain/chain.ts'
import { jurisdictionSchema } from '../domain/policy/event.ts'
import { policyStateSchema } from '../domain/policy/state.ts'
import { currencyCodeSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { moneyBySchema } from '../domain/chain/money.ts'
import { chainContext, chainRowFields, chainTime } from './chain.ts'
import { listOf } from './envelope.ts'
import {
  asOfParameter,
  formatParameter,
  listParameter,
  rangeParameters,
  rangeRunsForward,
} from './parameters.ts'

export const chinaShareRowSchema = chinaShareSchema.safeExtend(chainRowFields)
export type ChinaShareRow = z.infer<typeof chinaShareRowSchema>
export const disclosedRowSchema = disclosedFigureSchema.safeExtend(chainRowFields)
export type DisclosedRow = z.infer<typeof disclosedRowSchema>

/**
 * `counted_in`: the row that holds this money already (a contract that grew, the same share sale told twice), so that
 * no sum takes both; null: it counts by itself. `event_state` on `at`; null: no event, or not public then.
 * `event_jurisdiction`: who acted, by the event; null: no event. `ended`: conditional, a price or a level, and promised
 * by nobody any more, for the act is superseded, revoked or expired on `at`; what was paid stays paid.
 */
export const moneyRowSchema = announcedMoneySchema.extend({
  ...chainRowFields,
  counted_in: z.string().nullable(),
  event_state: policyStateSchema.nullable(),
  event_jurisdiction: jurisdictionSchema.nullable(),
  ended: z.boolean(),
})
export type MoneyRow = z.infer<typeof moneyRowSchema>

export const getChinaShares = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/china-share',
  tag: 'chain',
  summary: 'Shares China is said to hold, every source side by side, never averaged',
  query: z.object({ ...asOfParameter, ...formatParameter }),
  response: listOf(chinaShareRowSchema),
  columns: [
    'id',
    'stage',
    'share_percent',
    'range_percent',
    'count',
    'year',
    'scope',
    'measured',
    'source.name',
    'source.url',
    'confidence',
    'elements',
    'note',
  ],
})

export const getDisclosed = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/disclosed',
  tag: 'chain',
  summary: 'Figures companies disclosed for a period: output, sales, realised prices, revenue',
  example: 'ticker=MP&metric=NdPr realised price',
  query: z.object({
    ticker: listParameter(tickerSchema).optional(),
    metric: z.string().min(1).max(100).optional(),
    ...asOfParameter,
    ...formatParameter,
  }),
  response: listOf(disclosedRowSchema),
  columns: [
    'id',
    'ticker',
    'period',
    'period_start',
    'period_end',
    'metric',
    'value',
    'range',
    'unit',
    'basis',
    'source.name',
    'source.url',
    'confidence',
    'event_id',
    'recorded_at',
  ],
})

/** What was announced by `at`, within the range; a month counts as its first day. */
const moneyQuery = { ...rangeParameters, ...chainTime }

export const getMoney = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/money',
  tag: 'chain',
  summary:
    'Money announced, row by row: payer, payee, kind, stage; conditional and ended marked, doubles named',
  example: 'from=2025-04-01&at=2025-12-01',
  query: z.object({ ...moneyQuery, ...formatParameter }).refine(...rangeRunsForward),
  response: listOf(moneyRowSchema),
  columns: [
    'id',
    'date',
    'payer',
    'payee',
    'ticker',
    'amount',
    'currency',
    'unit',
    'kind',
    'conditional',
    'ended',
    'stage',
    'counted_in',
    'event_id',
    'source.name',
    'source.url',
    'confidence',
    'date_precision',
    'event_state.value',
    'event_state.unconfirmed',
    'event_jurisdiction',
    'note',
    'recorded_at',
  ],
})

/**
 * Money of one payer, stage, kind or jurisdiction in one currency and unit: never across them. `paid`: not conditional;
 * `conditional`: promised on `at`; `ended`: was conditional, and its act is superseded, revoked or expired on `at`. All
 * three are null where the unit is a price or a level (`per kg NdPr`), which no sum makes sense of. `rows`: what stands
 * behind them; `counted_elsewhere`: left out, for another row among those asked for holds the money.
 */
export const moneySumSchema = z.object({
  by: moneyBySchema,
  /** null: no event says whose act it was. */
  name: z.string().nullable(),
  currency: currencyCodeSchema,
  unit: z.string(),
  paid: z.number().nullable(),
  conditional: z.number().nullable(),
  ended: z.number().nullable(),
  rows: z.array(z.string()),
  counted_elsewhere: z.array(z.string()),
})
export type MoneySum = z.infer<typeof moneySumSchema>

export const getMoneySums = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/money-sums',
  tag: 'chain',
  summary:
    'Money announced, summed by payer, stage, kind or jurisdiction: conditional and ended apart, nothing twice',
  example: 'by=stage&from=2025-04-01&at=2025-12-01',
  query: z
    .object({ by: moneyBySchema.default('payer'), ...moneyQuery, ...formatParameter })
    .refine(...rangeRunsForward),
  response: listOf(moneySumSchema),
  columns: Object.keys(moneySumSchema.shape),
})

/** Events public on `at`, by jurisdiction and year of announcement: touching only upstream stages, only downstream ones, both, or none. */
export const balanceRowSchema = z.object({
  jurisdiction: jurisdictionSchema,
  year: z.int(),
  upstream: z.int(),
  both: z.int(),
  downstream: z.int(),
  recycling_only: z.int(),
  no_stage: z.int(),
})
export type BalanceRow = z.infer<typeof balanceRowSchema>

export const getBalance = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/balance',
  tag: 'chain',
  summary:
    'Policy upstream (mining, separation, refining) against downstream (metal-alloy, magnet, application)',
  example: 'at=2025-12-01',
  query: z.object({ ...chainTime, ...chainContext, ...formatParameter }),
  response: listOf(balanceRowSchema),
  columns: Object.keys(balanceRowSchema.shape),
})
