/** Why somebody changes a reviewed record: who, why, and by which dated sources. */
import * as z from 'zod'
import { isoDateSchema } from '../../kernel/brand.ts'
import { webAddressSchema } from './event.ts'

/** A page that bears the change out. `date`: the day the page bears, or on which it was read where it bears none. */
export const editSourceSchema = z.object({
  name: z.string().trim().min(1).max(200),
  url: webAddressSchema,
  date: isoDateSchema,
})
export type EditSource = z.infer<typeof editSourceSchema>

/** Two sources, or one and the reason why one is enough. `by` is a name as given; nobody checks it. */
export const editReasonSchema = z
  .object({
    by: z.string().trim().min(1).max(80),
    why: z.string().trim().min(1).max(500),
    sources: z.array(editSourceSchema).min(1, 'at least one dated source').max(10),
    one_source_because: z.string().trim().min(1).max(300).nullable().default(null),
  })
  .refine(({ sources, one_source_because: reason }) => sources.length > 1 || reason !== null, {
    path: ['one_source_because'],
    message: 'two sources, or the reason why one is enough',
  })
  .refine(({ sources }) => new Set(sources.map(({ url }) => url)).size === sources.length, {
    path: ['sources'],
    message: 'the same address twice is one source',
  })
export type EditReason = z.output<typeof editReasonSchema>
