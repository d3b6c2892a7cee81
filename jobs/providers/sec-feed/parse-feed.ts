import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { schemaBroken, statusBroken } from '../read-json.ts'
import { filingFromRow } from '../sec/filing-from-row.ts'
import { entrySchema, readFeed, type Entry } from './feed.ts'

/** Which registrant, how far back, and the place of the page's first entry. */
export type FeedPage = {
  readonly cik: string
  readonly since: IsoDate | null
  readonly start: number
  readonly pageSize: number
}

/**
 * A page of a feed, newest first, with the filings of that registrant: one per accession, which is listed once for
 * each role (issuer, reporting owner). Without `since` the first page is enough.
 */
export function parseFeed(
  answer: Answer,
  { cik, since, start, pageSize }: FeedPage,
  askPage: (start: number) => Ask<Filing>,
): Reading<Filing> {
  if (answer.status === 503 && start > 0) return nothing
  if (answer.status !== 200) return statusBroken(answer)
  const feed = readFeed(answer.text)
  if ('kind' in feed) return feed
  if (feed.entries.length === 0 && start === 0) return { kind: 'empty' }
  const items = new Map<string, Filing>()
  const rejects: Reject[] = []
  for (const [index, entry] of feed.entries.entries()) {
    const parsed = entrySchema.safeParse(entry)
    const whose = parsed.success ? cikOf(parsed.data) : null
    if (!parsed.success || whose === null)
      rejects.push({ index, reason: parsed.error?.issues[0]?.message ?? 'no registrant', row: entry })
    else if (whose === Number(cik)) {
      const filing = filingOf(parsed.data, cik, answer.fetchedAt)
      if (filing === null) rejects.push({ index, reason: 'no date', row: entry })
      else if (!items.has(filing.sourceId)) items.set(filing.sourceId, filing)
    }
  }
  if (rejects.length > feed.entries.length / 5)
    return schemaBroken(`${rejects.length} of ${feed.entries.length} entries are bad`)
  const isLast = feed.entries.length < pageSize
  const goesOn =
    !isLast && since !== null && [...items.values()].every(({ publishedOn }) => publishedOn >= since)
  return {
    kind: 'ok',
    items: [...items.values()],
    complete: true,
    warnings: [],
    rejects,
    next: goesOn ? [askPage(start + pageSize)] : [],
  }
}

/** Behind the last page stands a web page with status 503. */
const nothing: Reading<Filing> = {
  kind: 'ok',
  items: [],
  complete: true,
  warnings: [],
  rejects: [],
  next: [],
}

/** Each role of a filing (issuer, reporting owner) has an entry of its own, in the folder of that party. */
function cikOf({ link }: Entry): number | null {
  const [, cik] = /\/data\/(\d{1,10})\//.exec(link.href) ?? []
  return cik === undefined ? null : Number(cik)
}

/** As the submissions would have it, but for what the feed leaves out: document, report date, description. */
function filingOf(entry: Entry, cik: string, fetchedAt: Instant): Filing | null {
  const { id, updated, category, summary, content } = entry
  const html = typeof summary === 'string' ? summary : (summary?.['#text'] ?? '')
  const filed =
    /Filed:(?:&lt;\/b&gt;|<[^>]*>|\s)*(\d{4}-\d\d-\d\d)/.exec(html)?.[1] ?? content?.['filing-date']
  // Without either, the day of acceptance, which is nearly always the same.
  const filingDate = isoDateSchema.safeParse(filed ?? updated.slice(0, 10))
  if (!filingDate.success) return null
  const { details, ...filing } = filingFromRow(
    {
      accession: id.slice(-20),
      form: category.term,
      filingDate: filingDate.data,
      reportDate: '',
      acceptance: updated,
      items: [...html.matchAll(/Item (\d{1,2}\.\d{2}):/g)].map(([, item]) => item).join(','),
      document: '',
      description: '',
    },
    cik,
    fetchedAt,
  )
  // The submissions' text of it has two readings, this one is exact: they are kept apart.
  const { acceptance: _, ...rest } = details
  return { ...filing, details: { ...rest, accepted: updated } }
}
