/**
 * The same ministry's announcements in English, from a page of links: days behind the Chinese list and not all of it. What
 * it has belongs to the Chinese item of the same number.
 */
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { browserUserAgent } from './browser-user-agent.ts'
import { defineProvider, type DocumentQuery, type Reading } from './define-provider.ts'
import type { Answer } from '../http/answer.ts'
import { announcementRows } from './mofcom/announcement-rows.ts'
import { documentFromRow } from './mofcom/parse-unit.ts'
import { onePerId } from './one-per-id.ts'
import { schemaBroken, statusBroken } from './read-json.ts'

const page = 'https://english.mofcom.gov.cn/Policies/AnnouncementsOrders/index.html'

export const mofcomEn = defineProvider<DocumentQuery, PolicyDocument>({
  id: 'mofcom-en',
  parserVersion: 1,
  policy: { group: 'mofcom-en', hosts: ['english.mofcom.gov.cn'], gapMs: 5_000, denial: () => 'waf' },
  carries: () => true,
  asks: () => [
    {
      key: 'list',
      request: {
        url: page,
        expect: { format: 'html' },
        headers: { 'user-agent': browserUserAgent, referer: 'https://english.mofcom.gov.cn/' },
        headersTimeoutMs: 20_000,
      },
      read: parseEnglish,
    },
  ],
  merge: onePerId,
})

/** A day is not beside every link: then it is known from the Chinese item, or not at all. */
function parseEnglish(answer: Answer): Reading<PolicyDocument> {
  if (answer.status !== 200) return statusBroken(answer)
  const { rows } = announcementRows(answer.text, page)
  if (rows.length === 0) return schemaBroken('a page without announcements')
  const items = rows.map((row) =>
    documentFromRow(row, { language: 'en', issuers: ['Ministry of Commerce of China'] }),
  )
  return { kind: 'ok', items, rejects: [], complete: true, warnings: [], next: [] }
}
