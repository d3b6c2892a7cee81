import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken, type BrokenReading } from '../read-json.ts'
import { documentFromEntry } from './document-from-entry.ts'
import { documentsSchema, entrySchema, type Entry } from './entry.ts'
import { newYork } from './host.ts'
import { refusalOf } from './refusal.ts'
import type { Span } from './spans.ts'
import { watchedAgencies } from './watched.ts'

export const pageSize = 100
/** A page beyond is page 1 again, without a word. */
const mostPages = 50
/** So many pages are asked for in a row; where there are more, the months are asked for instead. */
const pagesBeforeMonths = 20
/** So long nothing has ever been silent about rare earths: then our question is not understood. */
const mostSilentDays = 60

/** Which page of what; `firstIds` are the first documents of the pages before. */
export type DocumentsPage = {
  readonly search: 'terms' | 'agencies'
  readonly span: Span
  readonly page: number
  readonly firstIds: ReadonlySet<string>
}

type Onward = {
  readonly page: (page: number, firstIds: ReadonlySet<string>) => Ask<PolicyDocument>
  /** The months of the span; empty: it is a month. */
  readonly months: () => readonly Ask<PolicyDocument>[]
}

/** One page of a search, and where to ask on: until the last page, or until a page comes again (P03). */
export function parseDocuments(answer: Answer, at: DocumentsPage, onward: Onward): Reading<PolicyDocument> {
  if (answer.status !== 200)
    return at.page > 1 && (answer.status === 400 || answer.status === 404)
      ? cutOff(`page ${at.page} is refused (HTTP ${answer.status})`)
      : (refusalOf(answer) ?? statusBroken(answer))
  const json = readJson(answer, documentsSchema)
  if (json.kind === 'broken') return json
  const { count, total_pages: pages, results } = json.value
  const rows = results ?? []
  const today = dateIn(newYork, answer.fetchedAt)
  if (rows.length === 0) return nothing(count, at, today)
  const read = readRows(rows, at.search, today)
  if ('kind' in read) return read
  const [first] = read.items
  const firstId = first?.sourceId ?? ''
  if (at.firstIds.has(firstId)) return cutOff(`page ${at.page} is one that came before`)
  const lastPage = pages ?? Math.ceil(count / pageSize)
  const months = at.page === 1 && lastPage > pagesBeforeMonths ? onward.months() : []
  if (months.length > 0) return { kind: 'lead', next: months, warnings: [] }
  const goesOn = at.page < Math.min(lastPage, mostPages)
  return {
    kind: 'ok',
    items: read.items,
    rejects: read.rejects,
    complete: goesOn || at.page >= lastPage,
    warnings: [...read.warnings, ...oddPage(rows.length, at.page, { lastPage, goesOn })],
    next: goesOn ? [onward.page(at.page + 1, new Set([...at.firstIds, firstId]))] : [],
  }
}

/** The pages before stand, the rest is missing. */
const cutOff = (detail: string): Reading<PolicyDocument> => ({
  kind: 'ok',
  items: [],
  rejects: [],
  complete: false,
  warnings: [{ code: 'P03', detail }],
  next: [],
})

function nothing(count: number, at: DocumentsPage, today: IsoDate): Reading<PolicyDocument> {
  if (at.page > 1) return cutOff(`page ${at.page} is empty`)
  if (count > 0) return schemaBroken(`no results, though there are ${count}`)
  const days = daysBetween(at.span.from, at.span.to ?? today)
  return days <= mostSilentDays
    ? { kind: 'empty' }
    : { ...schemaBroken(`nothing found by ${at.search} in ${days} days`), urgent: true }
}

function oddPage(
  rows: number,
  page: number,
  { lastPage, goesOn }: { readonly lastPage: number; readonly goesOn: boolean },
): readonly Warning[] {
  if (goesOn && rows !== pageSize)
    return [{ code: 'P04', detail: `a page of ${rows} documents instead of ${pageSize}, with more to come` }]
  return !goesOn && page < lastPage
    ? [{ code: 'P03', detail: `page ${page} of ${lastPage}: no more can be asked for` }]
    : []
}

type Rows = {
  readonly items: readonly PolicyDocument[]
  readonly rejects: readonly Reject[]
  readonly warnings: readonly Warning[]
}

function readRows(
  rows: readonly unknown[],
  search: DocumentsPage['search'],
  today: IsoDate,
): Rows | BrokenReading {
  const items: PolicyDocument[] = []
  const entries: Entry[] = []
  const rejects: Reject[] = []
  for (const [index, row] of rows.entries()) {
    const parsed = entrySchema.safeParse(row)
    const document = parsed.success ? documentFromEntry(parsed.data, today) : null
    if (parsed.success && document !== null) {
      entries.push(parsed.data)
      items.push(document)
      continue
    }
    const issue = parsed.error?.issues[0]
    const reason = issue === undefined ? 'no title' : `${issue.path.join('.')}: ${issue.message}`
    rejects.push({ index, reason, row })
  }
  if (rejects.length > rows.length / 5)
    return schemaBroken(`${rejects.length} of ${rows.length} documents are bad`)
  if (search === 'agencies' && !isOfWatched(entries))
    return {
      kind: 'broken',
      why: 'filter-ignored',
      detail: 'documents of other offices than were asked for',
      urgent: true,
    }
  return { items, rejects, warnings: unknownAgencies(entries) }
}

/** An unknown office may be passed over, and the whole register listed; some documents name their office in print alone. */
function isOfWatched(entries: readonly Entry[]): boolean {
  const slugs = entries
    .map(({ agencies }) => (agencies ?? []).flatMap(({ slug }) => slug ?? []))
    .filter((known) => known.length > 0)
  const watched: readonly string[] = watchedAgencies
  const ours = slugs.filter((known) => known.some((slug) => watched.includes(slug)))
  return ours.length >= slugs.length / 2
}

function unknownAgencies(entries: readonly Entry[]): readonly Warning[] {
  const printed = entries.flatMap(({ agencies }) =>
    (agencies ?? []).flatMap(({ name, raw_name: raw }) => (name == null && raw != null ? [raw.trim()] : [])),
  )
  return [...new Set(printed)]
    .toSorted()
    .map((name) => ({ code: 'P12', detail: `an office known by its printed name alone: ${name}` }))
}
