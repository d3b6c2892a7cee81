/**
 * A document a government or a news index published, as a connector read it: metadata and a link, never the text. What
 * it may mean for the timeline is worked out from it (`inbox/`); nothing enters the timeline unreviewed.
 */
import * as z from 'zod'
import { instantSchema, isoDateSchema } from '../../kernel/brand.ts'
import { webAddressSchema } from '../policy/event.ts'

/**
 * A number under which authorities publish, the same in every source and language: `mofcom` 2025-61 (year and number
 * of a MOFCOM announcement), `executive-order` 14272, `proclamation` 11001, `federal-register` 2026-12345 (leading zeros
 * after the hyphen trimmed), `eu-press` IP/26/1799.
 */
export const documentNumberSchema = z.object({
  scheme: z.enum(['mofcom', 'executive-order', 'proclamation', 'federal-register', 'eu-press']),
  number: z.string().min(1).max(40),
})
export type DocumentNumber = z.infer<typeof documentNumberSchema>

/** How far publication has come: listed for a coming day, on public inspection, published, taken back, or gone without a word. */
export const documentStageSchema = z.enum(['scheduled', 'inspection', 'published', 'withdrawn', 'vanished'])
export type DocumentStage = z.infer<typeof documentStageSchema>

export const policyDocumentSchema = z.object({
  /** Identity within its source: the Federal Register's number, a feed's guid, a page's hash. */
  sourceId: z.string().min(1).max(300),
  type: z.enum([
    'rule',
    'proposed-rule',
    'notice',
    'presidential-document',
    'correction',
    'press-release',
    'contract',
    'announcement',
    'news',
  ]),
  /** In the language of the source: entities decoded, white space folded, no markup. */
  title: z.string().min(1).max(1_000),
  language: z.enum(['en', 'zh']),
  url: webAddressSchema,
  /** The day of publication in the publisher's zone; may lie ahead. null: not said. */
  publishedOn: isoDateSchema.nullable(),
  /** null: only the day is known, or nothing. */
  publishedAt: instantSchema.nullable(),
  precision: z.enum(['instant', 'minute', 'day', 'unknown']),
  stage: documentStageSchema,
  /** Plain text; null: the source gives none. */
  abstract: z.string().max(10_000).nullable(),
  /** The passage in which a term was found, where the source marks it; plain text. */
  excerpt: z.string().max(4_000).nullable(),
  /** Agencies or offices as the source names them. */
  issuers: z.array(z.string().min(1).max(300)),
  numbers: z.array(documentNumberSchema),
  signedOn: isoDateSchema.nullable(),
  effectiveOn: isoDateSchema.nullable(),
  commentsCloseOn: isoDateSchema.nullable(),
  /** The Federal Register number of the document this one corrects; null: none. */
  correctionOf: z.string().nullable(),
})
export type PolicyDocument = z.infer<typeof policyDocumentSchema>
