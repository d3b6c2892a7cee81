/**
 * An instrument as the seed and the store know it: one row per listed line, with its name at every provider.
 * Symbols are data, never built from the ticker by string rules (AUD lines end in .AX at Yahoo and in .AU at EODHD).
 */
import * as z from 'zod'
import {
  calendarIdSchema,
  currencyCodeSchema,
  isoDateSchema,
  micSchema,
  tickerSchema,
} from '../../kernel/brand.ts'
import { isinSchema } from './isin.ts'

/** `tracked`: the stocks Oreline is about; `benchmark`: what they are measured against; `context`: shown, never measured. */
export const instrumentRoleSchema = z.enum(['tracked', 'benchmark', 'context'])
export type InstrumentRole = z.infer<typeof instrumentRoleSchema>

const instrumentKindSchema = z.enum(['equity', 'etf', 'index'])

/** A provider's own name for the instrument; undefined: the provider does not carry it, so it is not asked. */
const providerSymbolSchema = z.string().min(1).max(32).optional()

export const instrumentSchema = z.object({
  ticker: tickerSchema,
  name: z.string().min(1),
  /** Name in Chinese characters, where Chinese sources use it. */
  name_zh: z.string().min(1).optional(),
  role: instrumentRoleSchema,
  kind: instrumentKindSchema,
  /** Where it is listed; its sessions are those of `calendar` (`XASE` and `ARCX` keep the days of `XNYS`). */
  mic: micSchema,
  calendar: calendarIdSchema,
  /** Currency of its prices. */
  currency: currencyCodeSchema,
  /** null: it has none (an index). */
  isin: isinSchema.nullable(),
  /** SEC Central Index Key, ten digits with leading zeros; undefined: files nothing with the SEC. */
  cik: z
    .string()
    .regex(/^\d{10}$/, 'ten digits with leading zeros')
    .optional(),
  yahoo: providerSymbolSchema,
  /** ASX issuer code. */
  asx: providerSymbolSchema,
  /** Shanghai Stock Exchange security code. */
  sse: providerSymbolSchema,
  eodhd: providerSymbolSchema,
  /** Eastmoney `secid`: market number, dot, code. */
  eastmoney: providerSymbolSchema,
  /** Tencent's and Sina's code. */
  tencent: providerSymbolSchema,
  /** The broad market it is measured against, on the same calendar; undefined for benchmarks themselves. */
  benchmark: tickerSchema.optional(),
  /** The sector line shown beside it; may live on another calendar. */
  sector: tickerSchema.optional(),
  /** First session of the present company under this line; earlier prices belong to something else. Undefined: no such cut. */
  listed_from: isoDateSchema.optional(),
  /** The exchange's daily price limit in percent of the previous close; undefined: none. */
  price_limit_percent: z.number().positive().optional(),
  /** True: nothing is asked about it until it is resumed; what is stored stays and is shown. */
  paused: z.literal(true).optional(),
  note: z.string().optional(),
})
export type Instrument = z.infer<typeof instrumentSchema>

/** The seed: every instrument, tickers unique, benchmarks and sectors named in the list itself. */
export const instrumentsSchema = z.array(instrumentSchema)
