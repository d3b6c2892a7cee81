/**
 * A daily bar as a provider's answer yields it, before it meets the store. Prices in the instrument's currency (major
 * unit), volume in shares; O/H/L and volume are null where the answer had none. A row without a close is no bar.
 */
import * as z from 'zod'
import { isoDateSchema, type Instant } from '../../kernel/brand.ts'

/**
 * Marks on a bar, each an entry of the ugly list: what is odd about it and how it may be used. `suspect` is under review,
 * `confirmed` was until another source said the same.
 */
export const barFlagSchema = z.enum([
  'close_only',
  'no_trade',
  'hl_inconsistent',
  'off_calendar',
  'stale_dup',
  'suspect',
  'confirmed',
  'utc_midnight',
  'adj_missing',
])
export type BarFlag = z.infer<typeof barFlagSchema>

export const barSchema = z.object({
  date: isoDateSchema,
  open: z.number().positive().nullable(),
  high: z.number().positive().nullable(),
  low: z.number().positive().nullable(),
  close: z.number().positive(),
  adjClose: z.number().positive().nullable(),
  volume: z.number().nonnegative().nullable(),
  status: z.enum(['final', 'provisional']),
  basis: z.enum(['raw', 'splits', 'adjusted']),
  flags: z.array(barFlagSchema),
})
export type Bar = z.infer<typeof barSchema>

/** A dividend (`amount` per share) or a split (`numerator` new for `denominator` old), by ex-date. */
export const corporateActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dividend'),
    exDate: isoDateSchema,
    amount: z.number().positive(),
    currency: z.string(),
    flags: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('split'),
    exDate: isoDateSchema,
    numerator: z.number().positive(),
    denominator: z.number().positive(),
    flags: z.array(z.string()),
  }),
])
export type CorporateAction = z.infer<typeof corporateActionSchema>

/** A session on which the source named no usable price, and why (`null_ohlc`, `missing`). */
export const barGapSchema = z.object({ date: isoDateSchema, reason: z.enum(['null_ohlc', 'missing']) })
export type BarGap = z.infer<typeof barGapSchema>

/** What a quote provider's answer for one instrument comes to. `asOf` is when it was fetched. Bars ascend by date. */
export type QuoteHistory = {
  readonly bars: readonly Bar[]
  readonly actions: readonly CorporateAction[]
  readonly gaps: readonly BarGap[]
  readonly asOf: Instant
}
