/** Dates of companies: what is held from which they are worked out, and what operators recorded of them. */
import * as z from 'zod'
import {
  companyDateKindSchema,
  companyPeriodSchema,
  recordedCompanyDateSchema,
} from '../domain/company-dates/company-date.ts'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { asOfParameter } from './parameters.ts'

const recordedRowSchema = recordedCompanyDateSchema.extend({
  /** Names this very revision: what an edit starts from. */
  revision: z.int(),
  recorded_at: instantSchema,
})

/**
 * A company whose reporting is known. `filings`: how many rows are held, 0 as long as its regulator has not been
 * asked: then only the last days allowed are told. `dividends` 0: none in the history held, which begins with
 * `history_from` (null: no history).
 */
export const companyDatesRowSchema = z.object({
  ticker: tickerSchema,
  name: z.string(),
  filings: z.int(),
  newest_filing: isoDateSchema.nullable(),
  dividends: z.int(),
  newest_ex_date: isoDateSchema.nullable(),
  history_from: isoDateSchema.nullable(),
  recorded: z.array(recordedRowSchema),
})
export type CompanyDatesRow = z.infer<typeof companyDatesRowSchema>

export const getCompanyDates = defineEndpoint({
  method: 'GET',
  path: '/api/v1/company-dates',
  tag: 'data',
  summary: 'From what the dates of each company are worked out, and those that were recorded',
  query: z.object({ ...asOfParameter }),
  response: listOf(companyDatesRowSchema),
})

const oneDate = z.object({
  ticker: tickerSchema,
  kind: companyDateKindSchema,
  period: companyPeriodSchema,
})

/** The first source of the reason is kept as the date's own. `base`: the revision the editor started from. */
export const putCompanyDate = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/company-dates/:ticker/:kind/:period',
  tag: 'data',
  summary: 'Record a date that a company announced, with its source',
  params: oneDate,
  body: recordedCompanyDateSchema
    .pick({ date: true, precision: true, note: true })
    .extend({ base: z.int().positive().nullable(), reason: editReasonSchema }),
  response: oneOf(recordedRowSchema),
})

export const deleteCompanyDate = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/company-dates/:ticker/:kind/:period',
  tag: 'data',
  summary: 'Take a recorded date back; it stays readable as of then',
  params: oneDate,
  body: z.object({ base: z.int().positive(), reason: editReasonSchema }),
  response: oneOf(oneDate),
})
