/** The answers of np-anotice-stock.eastmoney.com, the fields Oreline reads. */
import * as z from 'zod'

/** One notice. `notice_date` is the day of disclosure behind which a midnight stands; `codes` are the securities it is of. */
export const announcementSchema = z.object({
  art_code: z.string().regex(/^\w+$/, 'not an id'),
  title: z.string().min(1),
  notice_date: z
    .string()
    .transform((text) => text.slice(0, 10))
    .pipe(z.iso.date()),
  columns: z.array(z.object({ column_name: z.string().nullish() })).nullish(),
  codes: z.array(z.object({ stock_code: z.string() })).min(1),
})
export type Announcement = z.infer<typeof announcementSchema>

/** `total_hits` counts the notices of all pages. */
export const announcementsSchema = z.object({
  data: z.object({ total_hits: z.int().nonnegative(), list: z.array(z.unknown()).nullable() }),
})
