/** The answers of www.cninfo.com.cn, the fields Oreline reads. */
import * as z from 'zod'

/** The search is an array of securities whose code, name or initials match. */
export const topSearchSchema = z.array(z.object({ code: z.string(), orgId: z.string().min(1) }))

/**
 * One notice. `announcementTime`: epoch milliseconds of Beijing's midnight, so a day and no hour. `adjunctUrl`:
 * `finalpage/2026-08-15/1225475868.PDF`, whose date is the day of disclosure.
 */
export const noticeSchema = z.object({
  secCode: z.string(),
  orgId: z.string().nullish(),
  announcementId: z.string().regex(/^\w+$/, 'not an id'),
  announcementTitle: z.string().min(1),
  announcementTime: z.int().min(0).max(8.64e15),
  adjunctUrl: z.string().nullish(),
  announcementTypeName: z.string().nullish(),
})
export type Notice = z.infer<typeof noticeSchema>

/** `announcements` is null where there are none, which is also how a fault looks: `totalAnnouncement` tells them apart. */
export const noticesSchema = z.object({
  totalAnnouncement: z.int().nonnegative(),
  hasMore: z.boolean(),
  announcements: z.array(z.unknown()).nullable(),
})
