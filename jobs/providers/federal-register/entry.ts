/** The answers of the Federal Register's interface, the fields Oreline reads. */
import { webAddressSchema } from '@oreline/shared/domain/policy/event.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'

/** An envelope without `results` and with count 0 is how nothing is said; `count` never exceeds 10,000. */
export const documentsSchema = z.object({
  count: z.int().nonnegative(),
  total_pages: z.int().nonnegative().nullish(),
  results: z.array(z.unknown()).nullish(),
})

/** An office the register does not know has its name in print alone. */
export const agencySchema = z.object({
  raw_name: z.string().nullish(),
  name: z.string().nullish(),
  slug: z.string().nullish(),
})
export type Agency = z.infer<typeof agencySchema>

/** What only adds to a document never keeps it out. */
const day = isoDateSchema.nullish().catch(null)
const text = z.string().nullish().catch(null)

/** `correction_of`: the address of the document that it corrects. */
export const entrySchema = z.object({
  document_number: z.string().min(1).max(60),
  title: z.string().min(1),
  type: z.string().nullish(),
  abstract: text,
  publication_date: isoDateSchema,
  effective_on: day,
  comments_close_on: day,
  signing_date: day,
  agencies: z.array(agencySchema).nullish(),
  html_url: webAddressSchema,
  correction_of: text,
  executive_order_number: z.union([z.string(), z.number()]).nullish().catch(null),
  excerpts: text,
})
export type Entry = z.infer<typeof entrySchema>

/** What is asked for of each document; `fields[]`, for without them half of these are left out. */
export const entryFields = Object.keys(entrySchema.shape)

/** A refusal: `{"errors":{"agencies":"is not a valid field"}}` or `{"status":400,"message":"…"}`. */
export const refusalSchema = z.object({
  errors: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).optional(),
  message: z.string().optional(),
})

/** GET /agencies.json. */
export const agenciesSchema = z.array(z.object({ slug: z.string() }))
