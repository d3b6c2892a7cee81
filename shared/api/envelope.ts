/** The envelope of every answer: the rows, and where they come from. */
import * as z from 'zod'
import { instantSchema } from '../kernel/brand.ts'

/**
 * `as_of`: the system time the answer is true for. `data_version`: changes whenever the stored data behind it change.
 * `sources`: who wrote the rows. `unanswered`: sources that should have given rows and have never answered, so that their
 * absence says nothing; left out where there are none. `units`: column -> unit. `currency`, `adjusted`: null where the rows have none.
 * `next`: opaque, handed back as `next=`; null at the end.
 */
export const metaSchema = z.object({
  as_of: instantSchema,
  data_version: z.string(),
  sources: z.array(z.string()),
  unanswered: z.array(z.string()).optional(),
  units: z.record(z.string(), z.string()),
  currency: z.string().nullable(),
  adjusted: z.string().nullable(),
  next: z.string().nullable(),
})
export type Meta = z.infer<typeof metaSchema>

/** A list answer: long tidy rows of one shape. */
export const listOf = <R extends z.ZodType>(row: R) => z.object({ data: z.array(row), meta: metaSchema })

/** The answer for one thing. */
export const oneOf = <R extends z.ZodType>(row: R) => z.object({ data: row, meta: metaSchema })
