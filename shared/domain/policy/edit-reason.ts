/** Why somebody changes a reviewed record: who, why, and by which dated sources. */
import * as z from 'zod'
import { isoDateSchema, type IsoDate } from '../../kernel/brand.ts'
import { addDays } from '../calendar/wall-clock.ts'
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

/**
 * The place of a source that bears a day nobody has reached; null: there is none. East of the date line a page may bear
 * the day after `today`, the UTC day.
 */
export function sourceAhead({ sources }: Pick<EditReason, 'sources'>, today: IsoDate): number | null {
  const latest = addDays(today, 1)
  const place = sources.findIndex(({ date }) => date > latest)
  return place === -1 ? null : place
}
