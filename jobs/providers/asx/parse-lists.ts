import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { sydneyInstant } from '@oreline/shared/domain/filings/sydney-time.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import type { BrokenReading } from '../read-json.ts'
import {
  announcementSchema,
  companyListSchema,
  knownFields,
  marketListSchema,
  searchSchema,
} from './announcements.ts'
import type { Announcement } from './announcements.ts'
import { filingFromAnnouncement } from './filing-from-announcement.ts'

/** Which company, how far back, and the page: `seen` are the ids of the pages before. */
export type ListPage = {
  readonly code: string
  readonly since: IsoDate | null
  readonly page: number
  readonly itemsPerPage: number
  readonly seen: ReadonlySet<string>
}

/** The entity number of the company with exactly that code; null: the search does not know it. */
export function parseSearch(answer: Answer, code: string): { readonly xid: string | null } | BrokenReading {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, searchSchema)
  if (json.kind === 'broken') return json
  const found = json.value.data.items.find(({ symbol }) => symbol.toUpperCase() === code)
  return { xid: found === undefined ? null : String(found.xidEntity) }
}

/** A page of the market's list, newest first. `askPage` asks for the following one, with the ids seen so far. */
export function parseMarketList(
  answer: Answer,
  at: ListPage,
  askPage: (page: number, seen: ReadonlySet<string>) => Ask<Filing>,
): Reading<Filing> {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, marketListSchema)
  if (json.kind === 'broken') return json
  const { count, items } = json.value.data
  if (count === 0 && items.length === 0) return { kind: 'empty' }
  if (items.length === 0 && at.page === 0) return schemaBroken(`no items, though there are ${count}`)
  const rows = readRows(items, ({ symbol, symbolsSecondary, companyInfo }) =>
    [symbol, ...(symbolsSecondary ?? []), ...(companyInfo ?? []).map((company) => company.symbol)].includes(
      at.code,
    ),
  )
  if (rows.kind === 'broken') return rows
  const isNew = rows.items.some(({ sourceId }) => !at.seen.has(sourceId))
  const oldest = rows.items.reduce<string | null>(
    (least, { publishedOn }) => lesser(least, publishedOn),
    null,
  )
  const reachedSince = at.since !== null && oldest !== null && oldest < at.since
  const isLast = (at.page + 1) * at.itemsPerPage >= count
  const seen = new Set([...at.seen, ...rows.items.map(({ sourceId }) => sourceId)])
  return {
    ...rows,
    kind: 'ok',
    // A page that repeats the ones before has no following one: the host passes over the page number.
    complete: reachedSince || isLast || isNew,
    next: reachedSince || isLast || !isNew ? [] : [askPage(at.page + 1, seen)],
  }
}

/** A company's own list: its newest five, so that more may have come on the same day. */
export function parseCompanyList(answer: Answer, code: string): Reading<Filing> {
  if (answer.status === 404) return { kind: 'notFound', why: `the ASX lists no ${code}` }
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, companyListSchema)
  if (json.kind === 'broken') return json
  const { symbol, items } = json.value.data
  if (symbol.toUpperCase() !== code) return filterIgnored(`asked for ${code}, got ${symbol}`)
  if (items.length === 0) return { kind: 'empty' }
  const rows = readRows(items, () => true)
  if (rows.kind === 'broken') return rows
  const capped: Warning = {
    code: 'F29',
    detail: 'the newest five alone; more may have come',
    count: items.length,
  }
  return { ...rows, kind: 'ok', complete: false, warnings: [...rows.warnings, capped], next: [] }
}

type Rows = {
  readonly kind: 'rows'
  readonly items: readonly Filing[]
  readonly warnings: readonly Warning[]
  readonly rejects: readonly Reject[]
}

function readRows(rows: readonly unknown[], isOurs: (row: Announcement) => boolean): Rows | BrokenReading {
  const items: Filing[] = []
  const rejects: Reject[] = []
  for (const [index, row] of rows.entries()) {
    const parsed = announcementSchema.safeParse(row)
    const publishedAt = parsed.success ? sydneyInstant(parsed.data.date) : null
    if (!parsed.success || publishedAt === null || cleanTitle(parsed.data.headline) === '')
      rejects.push({ index, reason: parsed.error?.issues[0]?.message ?? 'no date or headline', row })
    else if (!isOurs(parsed.data))
      return filterIgnored(`${parsed.data.symbol ?? 'another company'} in the list`)
    else items.push(filingFromAnnouncement(parsed.data, publishedAt))
  }
  if (rejects.length > rows.length / 5)
    return schemaBroken(`${rejects.length} of ${rows.length} rows are bad`)
  const fields = rows.flatMap((row) => (typeof row === 'object' && row !== null ? Object.keys(row) : []))
  const drifted = [...new Set(fields)].filter((name) => !knownFields.has(name))
  const warnings = drifted.map((name) => ({ code: 'H25', detail: `new field ${name}` }))
  return { kind: 'rows', items, warnings: [...warnings, ...keyless(items)], rejects }
}

function keyless(items: readonly Filing[]): readonly Warning[] {
  const count = items.filter(({ url }) => url === null).length
  return count === 0 ? [] : [{ code: 'F28', detail: 'announcements without a document yet', count }]
}

const filterIgnored = (detail: string): BrokenReading => ({
  kind: 'broken',
  why: 'filter-ignored',
  detail,
  urgent: true,
})

const lesser = (least: string | null, other: string): string =>
  least === null || other < least ? other : least
