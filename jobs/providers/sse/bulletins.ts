/** The answers of query.sse.com.cn's bulletin queries, old and new, the fields Oreline reads. */
import * as z from 'zod'

/** One bulletin. `SSEDATE` is the day of disclosure, `ADDDATE` Beijing's clock at the upload, usually the evening before. */
export const bulletinSchema = z.object({
  SECURITY_CODE: z.string(),
  TITLE: z.string().min(1),
  URL: z.string().min(1),
  SSEDATE: z.iso.date(),
  ADDDATE: z.string().nullish(),
  BULLETIN_TYPE: z.string().nullish(),
  BULLETIN_HEADING: z.string().nullish(),
})
export type Bulletin = z.infer<typeof bulletinSchema>

/** `data` holds bulletins, or lists of them: a main document followed by its attachments. null where there are none. */
export const bulletinsSchema = z.object({
  pageHelp: z.object({ total: z.int().nonnegative(), data: z.array(z.unknown()).nullable() }),
})
