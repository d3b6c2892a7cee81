import { createHash } from 'node:crypto'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { asxCategory } from '@oreline/shared/domain/filings/asx-category.ts'
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Announcement } from './announcements.ts'

const sydney = timeZoneSchema.parse('Australia/Sydney')

/**
 * One filing. Its id is the document key; until there is one, a hash of moment and headline, which `details.keylessId`
 * repeats once the key has come, so that the store can carry the row over. The link opens the exchange's own copy.
 */
export function filingFromAnnouncement(row: Announcement, publishedAt: Instant): Filing {
  const title = cleanTitle(row.headline)
  const types = [...(row.announcementTypes ?? []), row.announcementType ?? ''].filter((type) => type !== '')
  const key = row.documentKey ?? ''
  const keylessId = hashOf(publishedAt, title)
  return {
    sourceId: key === '' ? keylessId : key,
    form: types[0] ?? 'ANNOUNCEMENT',
    category: asxCategory(title, types),
    title,
    titleEn: null,
    publishedOn: dateIn(sydney, publishedAt),
    publishedAt,
    precision: 'instant',
    url: key === '' ? null : documentUrl(key),
    priceSensitive: row.isPriceSensitive ?? null,
    details: {
      keylessId,
      ...(types.length > 1 ? { types } : {}),
      ...(row.fileSize === undefined || row.fileSize === null ? {} : { fileSize: row.fileSize }),
    },
  }
}

const documentUrl = (key: string): string =>
  `https://cdn-api.markitdigital.com/apiman-gateway/ASX/asx-research/1.0/file/${encodeURIComponent(key)}`

const hashOf = (publishedAt: Instant, title: string): string =>
  `nokey-${createHash('sha256').update(`${publishedAt}\n${title}`).digest('hex').slice(0, 32)}`
