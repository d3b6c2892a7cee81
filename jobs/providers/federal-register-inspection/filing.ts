/** The list of public inspection, the fields Oreline reads. */
import { webAddressSchema } from '@oreline/shared/domain/policy/event.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import { agencySchema } from '../federal-register/entry.ts'

/** `results` holds all of them; there are no pages. */
export const currentSchema = z.object({
  count: z.int().nonnegative(),
  results: z.array(z.unknown()).nullish(),
})

const text = z.string().nullish().catch(null)

/**
 * `filed_at` has an offset. `publication_date` is not fixed for some, and moves. `editorial_note` and the letters of the
 * agency say that a document is taken back.
 */
export const filingSchema = z.object({
  document_number: z.string().min(1).max(60),
  title: text,
  type: z.string().nullish(),
  toc_subject: text,
  subject_1: text,
  subject_2: text,
  subject_3: text,
  agencies: z.array(agencySchema).nullish(),
  agency_letters: z.unknown().optional(),
  editorial_note: text,
  filed_at: z.iso.datetime({ offset: true }).nullish().catch(null),
  filing_type: text,
  num_pages: z.int().positive().nullish().catch(null),
  publication_date: isoDateSchema.nullish(),
  html_url: webAddressSchema.nullish().catch(null),
  pdf_url: webAddressSchema.nullish().catch(null),
})
export type Filing = z.infer<typeof filingSchema>

export const filingFields = Object.keys(filingSchema.shape)
