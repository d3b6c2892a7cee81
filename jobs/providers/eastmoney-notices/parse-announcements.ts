import { chineseNotice } from '@oreline/shared/domain/filings/chinese-notice.ts'
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import type { BrokenReading } from '../read-json.ts'
import { announcementSchema, announcementsSchema, type Announcement } from './announcements.ts'

/** Which company, how far back, and the page, from 1: `seen` are the ids of the pages before. */
export type AnnouncementsPage = {
  readonly code: string
  readonly since: IsoDate
  readonly page: number
  readonly pageSize: number
  readonly seen: ReadonlySet<string>
}

/** A page of the list, newest first. No notices at all are a fault: every listed company has published some. */
export function parseAnnouncements(
  answer: Answer,
  at: AnnouncementsPage,
  askPage: (page: number, seen: ReadonlySet<string>) => Ask<Filing>,
): Reading<Filing> {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, announcementsSchema)
  if (json.kind === 'broken') return json
  const { total_hits: total, list } = json.value.data
  const rows = list ?? []
  if (rows.length === 0 && at.page === 1)
    return schemaBroken(
      total === 0 ? `no notices of ${at.code} at all` : `no rows, though there are ${total}`,
    )
  const read = readRows(rows, at.code)
  if ('kind' in read) return read
  const isNew = read.items.some(({ sourceId }) => !at.seen.has(sourceId))
  const reachedSince = read.items.some(({ publishedOn }) => publishedOn < at.since)
  const isLast = at.page * at.pageSize >= total
  const seen = new Set([...at.seen, ...read.items.map(({ sourceId }) => sourceId)])
  return {
    kind: 'ok',
    ...read,
    // A page that repeats the ones before has no following one: the host passes over the page number.
    complete: reachedSince || isLast || isNew,
    warnings: [],
    next: reachedSince || isLast || !isNew ? [] : [askPage(at.page + 1, seen)],
  }
}

type Rows = { readonly items: readonly Filing[]; readonly rejects: readonly Reject[] }

function readRows(rows: readonly unknown[], code: string): Rows | BrokenReading {
  const items: Filing[] = []
  const rejects: Reject[] = []
  for (const [index, row] of rows.entries()) {
    const parsed = announcementSchema.safeParse(row)
    if (parsed.success && !parsed.data.codes.some(({ stock_code: stock }) => stock === code))
      return {
        kind: 'broken',
        why: 'filter-ignored',
        detail: `${parsed.data.codes[0]?.stock_code ?? 'another company'} in the list`,
        urgent: true,
      }
    const filing = parsed.success ? filingOf(parsed.data, code) : null
    if (filing === null) {
      const issue = parsed.error?.issues[0]
      rejects.push({
        index,
        reason: issue === undefined ? 'no title' : `${issue.path.join('.')}: ${issue.message}`,
        row,
      })
    } else items.push(filing)
  }
  return rejects.length > rows.length / 5
    ? schemaBroken(`${rejects.length} of ${rows.length} rows are bad`)
    : { items, rejects }
}

/** It links to Eastmoney's page about the notice. null: nothing is left of the title. */
function filingOf(row: Announcement, code: string): Filing | null {
  const title = cleanTitle(row.title.replaceAll(/<\/?em>/gi, ''))
  if (title === '') return null
  const column = row.columns?.[0]?.column_name ?? ''
  return {
    sourceId: row.art_code,
    form: column === '' ? 'BULLETIN' : column,
    ...chineseNotice(title, isoDateSchema.parse(row.notice_date)),
    url: `https://data.eastmoney.com/notices/detail/${code}/${row.art_code}.html`,
  }
}
