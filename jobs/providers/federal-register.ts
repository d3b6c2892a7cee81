/**
 * Documents of the US Federal Register by its public interface: those in which a watched word occurs, wherever it stands
 * in the text, and all of a few offices. They are listed before their day of publication.
 */
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { defineProvider, type Ask, type DocumentQuery } from './define-provider.ts'
import { entryFields } from './federal-register/entry.ts'
import { federalRegisterPolicy, newYork, registerRequest } from './federal-register/host.ts'
import { pageSize, parseDocuments, type DocumentsPage } from './federal-register/parse-documents.ts'
import { unknownOffices } from './federal-register/refusal.ts'
import { monthsOf, spanNamed, spansBackTo, type Span } from './federal-register/spans.ts'
import { searchTerm, watchedAgencies } from './federal-register/watched.ts'

const firstDays = 90

export const federalRegister = defineProvider<DocumentQuery, PolicyDocument>({
  id: 'federal-register',
  parserVersion: 1,
  policy: federalRegisterPolicy,
  // What is scheduled today is published tomorrow.
  readsTheClock: true,
  // Some two hundred pages since 2020.
  mostQuestions: 1_000,
  carries: () => true,
  asks: ({ since }, { now }) => {
    const today = dateIn(newYork, now)
    const first = addDays(today, -firstDays)
    const spans = spansBackTo(since ?? first, today)
    const searches = (['terms', 'agencies'] as const).flatMap((search) =>
      spans.map((span) => askPage({ search, span, page: 1, firstIds: new Set() }, today)),
    )
    // An office renamed is passed over without a word: looked up when more than the newest is asked for.
    return since === null || since < first ? [askOffices(searches)] : searches
  },
  followUp: (_, { key, fetchedAt }) => {
    const [search, name = '', page] = key.split('/')
    const today = dateIn(newYork, fetchedAt)
    const span = spanNamed(name, today)
    if (span === null || (search !== 'terms' && search !== 'agencies')) return null
    return askPage({ search, span, page: Number(page), firstIds: new Set() }, today)
  },
  // One document is found by both searches; that by words has the passage.
  merge: (documents) => {
    const byId = new Map<string, PolicyDocument>()
    for (const document of documents)
      if ((byId.get(document.sourceId)?.excerpt ?? null) === null) byId.set(document.sourceId, document)
    return [...byId.values()]
  },
})

const askOffices = (searches: readonly Ask<PolicyDocument>[]): Ask<PolicyDocument> => ({
  key: 'offices',
  request: registerRequest('agencies.json'),
  read: (answer) => {
    const unknown = unknownOffices(answer)
    if (unknown === null || unknown.length === 0)
      return {
        kind: 'lead',
        next: searches,
        warnings: unknown === null ? [{ code: 'P13', detail: 'the list of offices could not be read' }] : [],
      }
    return {
      kind: 'broken',
      why: '4xx',
      detail: `the register knows no office ${unknown.join(', ')}`,
      urgent: true,
    }
  },
})

/** The day of `from` moves on daily, so that no answer of yesterday comes out of a cache (P15). */
function askPage(at: DocumentsPage, today: IsoDate): Ask<PolicyDocument> {
  const { search, span, page } = at
  return {
    key: `${search}/${span.name}/${page}`,
    request: registerRequest('documents.json', [
      ...(search === 'terms'
        ? [['conditions[term]', searchTerm] as const]
        : watchedAgencies.map((slug) => ['conditions[agencies][]', slug] as const)),
      ['conditions[publication_date][gte]', span.from],
      ...(span.to === null ? [] : [['conditions[publication_date][lte]', span.to] as const]),
      ...entryFields.map((field) => ['fields[]', field] as const),
      ['order', 'newest'],
      ['per_page', String(pageSize)],
      ['page', String(page)],
    ]),
    read: (answer) =>
      parseDocuments(answer, at, {
        page: (following, firstIds) => askPage({ ...at, page: following, firstIds }, today),
        months: () => monthAsks(search, span, today),
      }),
  }
}

const monthAsks = (
  search: DocumentsPage['search'],
  span: Span,
  today: IsoDate,
): readonly Ask<PolicyDocument>[] =>
  span.name.length === 'YYYY-MM'.length
    ? []
    : monthsOf(span, today).map((month) =>
        askPage({ search, span: month, page: 1, firstIds: new Set() }, today),
      )
