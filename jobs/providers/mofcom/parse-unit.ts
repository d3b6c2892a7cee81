import { announcementNumber } from '@oreline/shared/domain/inbox/announcement-number.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken, type BrokenReading } from '../read-json.ts'
import { announcementRows, type AnnouncementRow } from './announcement-rows.ts'
import { listPage, pageSize } from './site.ts'

/** JSON with a piece of the page in it. */
const unitSchema = z.object({
  success: z.boolean(),
  message: z.string().nullish(),
  data: z.object({ html: z.string().nullish() }).nullish(),
})

/** From 1. `since`: older pages are not wanted; `firstIds`: of the pages before; `isWhole`: none of them was short. */
export type UnitPage = {
  readonly page: number
  readonly since: IsoDate
  readonly firstIds: ReadonlySet<string>
  readonly isWhole: boolean
}

type Onward = (following: UnitPage) => Ask<PolicyDocument>

/**
 * A page of the list, newest first. It is followed down to `since`, to the last page that it names, or where it names none
 * to the page after a short one.
 */
export function parseUnit(answer: Answer, at: UnitPage, askPage: Onward): Reading<PolicyDocument> {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, unitSchema)
  if (json.kind === 'broken') return json
  const { success, message, data } = json.value
  if (!success)
    return schemaBroken(`the site says it failed: ${(message ?? 'no reason given').slice(0, 200)}`)
  const { rows, pages } = announcementRows(data?.html ?? '', listPage)
  const [first] = rows
  if (first === undefined) return atEnd(at) ?? schemaBroken('a list without announcements')
  if (at.firstIds.has(first.id) || (pages !== null && pages.own !== at.page))
    return atEnd(at) ?? cutOff(`page ${at.page} is one that came before`)
  const read = documentsOf(rows)
  if ('kind' in read) return read
  const days = read.items.flatMap(({ publishedOn }) => publishedOn ?? [])
  const reachesBack = days.some((day) => day < at.since)
  const goesOn = !reachesBack && (pages === null || at.page < pages.last)
  const following: UnitPage = {
    ...at,
    page: at.page + 1,
    firstIds: new Set([...at.firstIds, first.id]),
    isWhole: at.isWhole && rows.length >= pageSize,
  }
  return {
    kind: 'ok',
    ...read,
    complete: true,
    warnings: [],
    next: goesOn ? [askPage(following)] : [],
  }
}

/** After a short page there is no other. */
function atEnd({ page, isWhole }: UnitPage): Reading<PolicyDocument> | null {
  return page === 1 || isWhole
    ? null
    : { kind: 'ok', items: [], rejects: [], complete: true, warnings: [], next: [] }
}

const cutOff = (detail: string): Reading<PolicyDocument> => ({
  kind: 'ok',
  items: [],
  rejects: [],
  complete: false,
  warnings: [{ code: 'P03', detail }],
  next: [],
})

function documentsOf(
  rows: readonly AnnouncementRow[],
): { readonly items: readonly PolicyDocument[]; readonly rejects: readonly Reject[] } | BrokenReading {
  const undated = rows.flatMap((row, index) =>
    row.publishedOn === null ? [{ index, reason: 'no day beside it', row }] : [],
  )
  if (undated.length > rows.length / 5)
    return schemaBroken(`${undated.length} of ${rows.length} announcements have no day`)
  return {
    items: rows.filter(({ publishedOn }) => publishedOn !== null).map(chineseDocument),
    rejects: undated,
  }
}

/** A suspension of earlier announcements is one more; what it changes is for a person to say. */
function chineseDocument(row: AnnouncementRow): PolicyDocument {
  return documentFromRow(row, { language: 'zh', issuers: issuersOf(row.title) })
}

/** Either language: known by the hash of its article and, where the title has one, by the number of the announcement. */
export function documentFromRow(
  { id, title, url, publishedOn }: AnnouncementRow,
  { language, issuers }: { readonly language: 'zh' | 'en'; readonly issuers: readonly string[] },
): PolicyDocument {
  const number = announcementNumber(title, publishedOn)
  return {
    sourceId: id,
    type: 'announcement',
    title,
    language,
    url,
    publishedOn,
    publishedAt: null,
    precision: publishedOn === null ? 'unknown' : 'day',
    stage: 'published',
    abstract: null,
    excerpt: null,
    issuers: [...issuers],
    numbers: number === null ? [] : [{ scheme: 'mofcom', number }],
    signedOn: null,
    effectiveOn: null,
    commentsCloseOn: null,
    correctionOf: null,
  }
}

/** The offices in front of 公告: 商务部 海关总署公告2025年第18号 has two. Others give the page's own. */
function issuersOf(title: string): readonly string[] {
  const [, offices] = /^([\p{Script=Han}\s、,，]{2,60}?)公告/u.exec(title) ?? []
  const named = (offices ?? '').split(/[\s、,，]+/u).filter((office) => /[部署委局院会行]$/u.test(office))
  return named.length === 0 ? ['商务部'] : named
}
