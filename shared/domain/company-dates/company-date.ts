/** Dates of a company's own: results, activities reports, ex-dates and payments. Three bases, never mixed up. */
import * as z from 'zod'
import { isoDateSchema, tickerSchema } from '../../kernel/brand.ts'
import { editSourceSchema } from '../policy/edit-reason.ts'
import { scheduledPrecisionSchema } from '../policy/expected-precision.ts'

/** `results`: of a quarter, half or year; `activities`: the quarterly report of an Australian miner, without accounts. */
export const companyDateKindSchema = z.enum(['results', 'activities', 'ex-date', 'payment'])
export type CompanyDateKind = z.infer<typeof companyDateKindSchema>

/**
 * `announced`: the company said it, and somebody recorded it with its source; `estimated`: when it did the same a year
 * before; `deadline`: the last day its market's rules allow.
 */
export const companyDateBasisSchema = z.enum(['announced', 'estimated', 'deadline'])
export type CompanyDateBasis = z.infer<typeof companyDateBasisSchema>

/** What the date is of: `quarter-to-2026-12-31`, `half-to-…`, `year-to-…`; of a dividend any slug that names it. */
export const companyPeriodSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words and digits joined by hyphens')

/** A date as an operator recorded it. `month` and `year` hold the first day of the span. */
export const recordedCompanyDateSchema = z.object({
  ticker: tickerSchema,
  kind: companyDateKindSchema,
  period: companyPeriodSchema,
  date: isoDateSchema,
  precision: scheduledPrecisionSchema,
  note: z.string().trim().min(1).max(300).nullable(),
  source: editSourceSchema,
})
export type RecordedCompanyDate = z.infer<typeof recordedCompanyDateSchema>

/** The key under which a recorded date is kept. */
export const companyDateKey = ({
  ticker,
  kind,
  period,
}: Pick<RecordedCompanyDate, 'ticker' | 'kind' | 'period'>): string => `${ticker}/${kind}/${period}`
