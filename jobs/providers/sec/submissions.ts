/** The answers of data.sec.gov/submissions: filings as parallel columns, newest first. Fields Oreline reads. */
import * as z from 'zod'

const text = z.array(z.string())

/** Older shards are exactly this, without a wrapper. */
export const columnsSchema = z.object({
  accessionNumber: text,
  filingDate: text,
  reportDate: text,
  acceptanceDateTime: text,
  form: text,
  items: text,
  primaryDocument: text,
  primaryDocDescription: text.optional(),
})
export type Columns = z.infer<typeof columnsSchema>

/** Columns seen so far; another one is worth a word, no more. */
export const knownColumns: ReadonlySet<string> = new Set([
  ...Object.keys(columnsSchema.shape),
  'act',
  'fileNumber',
  'filmNumber',
  'core_type',
  'size',
  'isXBRL',
  'isInlineXBRL',
  'isXBRLNumeric',
])

/** An older part of a registrant's list. The name becomes part of an address, so its form is checked. */
const shardSchema = z.object({
  name: z.string().regex(/^CIK\d{10}-submissions-\d{3}\.json$/),
  filingTo: z.iso.date(),
})

export const submissionsSchema = z.object({
  cik: z.union([z.string(), z.int()]),
  filings: z.object({ recent: columnsSchema.loose(), files: z.array(shardSchema) }),
})
