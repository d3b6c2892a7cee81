/** The answers of Markit Digital's ASX research API, the fields Oreline reads. */
import * as z from 'zod'

/** One announcement. The company's own list names `announcementType`, the market's `announcementTypes` and companies. */
export const announcementSchema = z.object({
  headline: z.string().min(1),
  date: z.string(),
  documentKey: z.string().nullish(),
  fileSize: z.string().nullish(),
  isPriceSensitive: z.boolean().nullish(),
  announcementType: z.string().nullish(),
  announcementTypes: z.array(z.string()).nullish(),
  symbol: z.string().nullish(),
  symbolsSecondary: z.array(z.string()).nullish(),
  companyInfo: z.array(z.object({ symbol: z.string() })).nullish(),
})
export type Announcement = z.infer<typeof announcementSchema>

/** Names seen so far; another one is worth a word, no more. */
export const knownFields: ReadonlySet<string> = new Set([...Object.keys(announcementSchema.shape), 'url'])

/** The market's list: `count` is the number of all that match, at most 10,000. */
export const marketListSchema = z.object({
  data: z.object({ count: z.int().nonnegative(), items: z.array(z.unknown()) }),
})

/** A company's own list, never more than its newest five; it names the company's `xid`. */
export const companyListSchema = z.object({
  data: z.object({
    symbol: z.string(),
    xid: z.union([z.string(), z.int()]).nullish(),
    items: z.array(z.unknown()),
  }),
})

export const searchSchema = z.object({
  data: z.object({
    items: z.array(z.object({ symbol: z.string(), xidEntity: z.union([z.string(), z.int()]) })),
  }),
})
