/**
 * Announcements of China's Ministry of Commerce from its own list, in Chinese: where export controls are made and taken
 * back. The page is filled by a script, whose call is made here; five seconds apart, and never two at once.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { defineProvider, type Ask, type DocumentQuery, type Reading } from './define-provider.ts'
import { parseUnit, type UnitPage } from './mofcom/parse-unit.ts'
import { idsOnPage } from './mofcom/query-data.ts'
import { knownIds, pageRequest, unitRequest, type SiteIds } from './mofcom/site.ts'
import { onePerId } from './one-per-id.ts'
import { schemaBroken, statusBroken } from './read-json.ts'

const beijing = timeZoneSchema.parse('Asia/Shanghai')
const firstDays = 90

export const mofcom = defineProvider<DocumentQuery, PolicyDocument>({
  id: 'mofcom',
  parserVersion: 1,
  policy: { group: 'mofcom', hosts: ['www.mofcom.gov.cn'], gapMs: 5_000, denial: () => 'waf' },
  // Some 155 pages are all there are.
  mostQuestions: 250,
  carries: () => true,
  asks: ({ since }, { now }) => {
    const from = since ?? addDays(dateIn(beijing, now), -firstDays)
    return [askFirst({ page: 1, since: from, firstIds: new Set(), isWhole: true })]
  },
  followUp: (_, { key }) => {
    const page = Number(/^list\/(\d+)$/.exec(key)?.[1])
    const since = isoDateSchema.parse('9999-12-31')
    return Number.isNaN(page) ? null : askPage(knownIds, { page, since, firstIds: new Set(), isWhole: true })
  },
  merge: onePerId,
})

const askPage = (ids: SiteIds, at: UnitPage): Ask<PolicyDocument> => ({
  key: `list/${at.page}`,
  request: unitRequest(ids, at.page),
  read: (answer) => parseUnit(answer, at, (following) => askPage(ids, following)),
})

/** A call that fails may be one by ids that the site has given up: then its page is asked for those of today. */
function askFirst(at: UnitPage): Ask<PolicyDocument> {
  const usual = askPage(knownIds, at)
  return {
    ...usual,
    read: (answer) => {
      const reading = usual.read(answer)
      return reading.kind === 'broken' ? { kind: 'lead', next: [askIds(at, reading)], warnings: [] } : reading
    },
  }
}

const askIds = (
  at: UnitPage,
  failure: Extract<Reading<PolicyDocument>, { kind: 'broken' }>,
): Ask<PolicyDocument> => ({
  key: 'page',
  request: pageRequest,
  read: (answer) => {
    if (answer.status !== 200) return statusBroken(answer)
    const ids = idsOnPage(answer.text)
    if (ids === null) return schemaBroken(`${failure.detail}; the page names no list`)
    if (JSON.stringify(ids) === JSON.stringify(knownIds)) return failure
    const warning = { code: 'P23', detail: `the site has new ids: pageId ${ids.pageId}` }
    return { kind: 'lead', next: [askPage(ids, at)], warnings: [warning] }
  },
})
