import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import type { BrokenReading } from '../read-json.ts'
import { bulletinSchema, bulletinsSchema } from './bulletins.ts'
import { filingFromBulletin, pathOf } from './filing-from-bulletin.ts'

/** `seen` are the ids of the pages before, pages count from 1. */
export type BulletinPage = {
  readonly code: string
  readonly page: number
  readonly pageSize: number
  readonly seen: ReadonlySet<string>
}

/** Where to ask on: the following page, or the other query when this one knows of nothing in a whole window. */
export type Onward = {
  readonly page: (page: number, seen: ReadonlySet<string>) => Ask<Filing>
  readonly otherQuery: (() => Ask<Filing>) | null
}

/**
 * One page of bulletins of a window of 90 days, newest first. A company of this size publishes several a month, so none
 * in the whole window is a fault, not a fact.
 */
export function parseBulletins(answer: Answer, at: BulletinPage, onward: Onward): Reading<Filing> {
  if (answer.status === 403)
    return { kind: 'broken', why: '4xx', detail: 'HTTP 403: refused, the Referer?', urgent: true }
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, bulletinsSchema)
  if (json.kind === 'broken') return json
  const { total, data } = json.value.pageHelp
  const rows = data ?? []
  if (total === 0 && rows.length === 0)
    return onward.otherQuery === null
      ? schemaBroken(`no bulletins of ${at.code} in 90 days`)
      : { kind: 'lead', next: [onward.otherQuery()], warnings: [] }
  if (rows.length === 0 && at.page === 1) return schemaBroken(`no rows, though there are ${total}`)
  const read = readRows(rows, at.code)
  if ('kind' in read) return read
  const isNew = read.items.some(({ sourceId }) => !at.seen.has(sourceId))
  const isLast = at.page * at.pageSize >= total
  const seen = new Set([...at.seen, ...read.items.map(({ sourceId }) => sourceId)])
  return {
    kind: 'ok',
    ...read,
    complete: isLast || isNew,
    warnings: [],
    next: isLast || !isNew ? [] : [onward.page(at.page + 1, seen)],
  }
}

type Rows = { readonly items: readonly Filing[]; readonly rejects: readonly Reject[] }

/** Lists of a main document and its attachments are laid out flat, each attachment naming its main document. */
function readRows(rows: readonly unknown[], code: string): Rows | BrokenReading {
  const items: Filing[] = []
  const rejects: Reject[] = []
  for (const [index, entry] of rows.entries()) {
    const group: readonly unknown[] = Array.isArray(entry) ? entry : [entry]
    let main: string | null = null
    for (const row of group) {
      const parsed = bulletinSchema.safeParse(row)
      if (parsed.success && parsed.data.SECURITY_CODE !== code)
        return filterIgnored(`${parsed.data.SECURITY_CODE} in the list`)
      const filing = parsed.success ? filingFromBulletin(parsed.data, main) : null
      if (filing === null) {
        const issue = parsed.error?.issues[0]
        rejects.push({
          index,
          reason: issue === undefined ? 'no address' : `${issue.path.join('.')}: ${issue.message}`,
          row,
        })
      } else items.push(filing)
      main ??= parsed.success ? pathOf(parsed.data.URL) : null
    }
  }
  const count = items.length + rejects.length
  return rejects.length > count / 5
    ? schemaBroken(`${rejects.length} of ${count} rows are bad`)
    : { items, rejects }
}

const filterIgnored = (detail: string): BrokenReading => ({
  kind: 'broken',
  why: 'filter-ignored',
  detail,
  urgent: true,
})
