import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import type { Window } from '../ninety-day-windows.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import type { BrokenReading } from '../read-json.ts'
import { filingFromNotice } from './filing-from-notice.ts'
import { noticeSchema, noticesSchema, topSearchSchema } from './notices.ts'

/** Which company and days, and the page, from 1: `seen` are the ids of the pages before. */
export type NoticesPage = {
  readonly code: string
  readonly window: Window
  readonly page: number
  readonly seen: ReadonlySet<string>
}

/** A company publishes several notices a month: so many days without any may be, more are a fault. */
const mostSilentDays = 10
const mostPages = 50

/** The `orgId` of the security with exactly that code. */
export function parseTopSearch(
  answer: Answer,
  code: string,
): { readonly orgId: string } | Extract<Reading<Filing>, { kind: 'broken' | 'notFound' }> {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, topSearchSchema)
  if (json.kind === 'broken') return json
  const found = json.value.find((security) => security.code === code)
  return found === undefined ? { kind: 'notFound', why: `cninfo knows no ${code}` } : { orgId: found.orgId }
}

/**
 * A page of the notices disclosed in the window. It is followed while `hasMore` and while it brings a new id: the
 * number of pages is off by one now and then, and the last page comes again.
 */
export function parseNotices(
  answer: Answer,
  at: NoticesPage,
  askPage: (page: number, seen: ReadonlySet<string>) => Ask<Filing>,
): Reading<Filing> {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, noticesSchema)
  if (json.kind === 'broken') return json
  const { totalAnnouncement: total, hasMore, announcements } = json.value
  const rows = announcements ?? []
  if (rows.length === 0 && at.page === 1) return nothing(total, at)
  const read = readRows(rows, at.code)
  if ('kind' in read) return read
  const isNew = read.items.some(({ sourceId }) => !at.seen.has(sourceId))
  const seen = new Set([...at.seen, ...read.items.map(({ sourceId }) => sourceId)])
  const goesOn = hasMore && isNew && at.page < mostPages
  return {
    kind: 'ok',
    ...read,
    complete: goesOn || !hasMore || seen.size >= total,
    warnings: [],
    next: goesOn ? [askPage(at.page + 1, seen)] : [],
  }
}

/** No rows at all: a wrong `orgId` or column looks the same as silence, so a long silence is a fault. */
function nothing(total: number, { code, window: { from, to } }: NoticesPage): Reading<Filing> {
  if (total > 0) return schemaBroken(`no rows, though there are ${total}`)
  const days = daysBetween(from, to) + 1
  return days <= mostSilentDays ? { kind: 'empty' } : schemaBroken(`no notices of ${code} in ${days} days`)
}

type Rows = { readonly items: readonly Filing[]; readonly rejects: readonly Reject[] }

function readRows(rows: readonly unknown[], code: string): Rows | BrokenReading {
  const items: Filing[] = []
  const rejects: Reject[] = []
  for (const [index, row] of rows.entries()) {
    const parsed = noticeSchema.safeParse(row)
    if (parsed.success && parsed.data.secCode !== code)
      return {
        kind: 'broken',
        why: 'filter-ignored',
        detail: `${parsed.data.secCode} in the list`,
        urgent: true,
      }
    const filing = parsed.success ? filingFromNotice(parsed.data) : null
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
