/** What a candidate of the inbox gives an event to begin with; everything of it is to be looked at. */
import type { Candidate, InboxDocument } from '@oreline/shared/api/inbox.ts'
import { emptyDraft, newRow, type EventDraft } from './event-draft.ts'
import { emptyReason, type ReasonDraft } from '../../ui/reason-draft.ts'

const LONGEST_TITLE = 90
const MOST_SOURCES = 10

/** The oldest document is the one that made it public. */
function firstOf(documents: readonly InboxDocument[]): InboxDocument | undefined {
  return documents.toSorted((one, other) =>
    (one.published_on ?? '9') < (other.published_on ?? '9') ? -1 : 1,
  )[0]
}

/** The numbers of all its documents, in the words by which later acts that name one of them are known. */
function referenceOf(documents: readonly InboxDocument[]): string {
  const numbers = documents.flatMap((document) => document.numbers)
  return [...new Set(numbers.map(({ scheme, number }) => written[scheme](number)))].join('; ')
}

const written: Readonly<Record<InboxDocument['numbers'][number]['scheme'], (number: string) => string>> = {
  mofcom: (number) => `Announcement No. ${number.split('-').toReversed().join(' of ')}`,
  'executive-order': (number) => `Executive Order ${number}`,
  proclamation: (number) => `Proclamation ${number}`,
  'federal-register': (number) => `FR Doc. ${number}`,
  'eu-press': (number) => number,
}

/** Its documents, its day, and what its terms point to. Titles too long for an event are shortened, to be mended. */
export function candidateDraft(candidate: Candidate): EventDraft {
  const first = firstOf(candidate.documents)
  const { suggestion } = candidate
  const title = candidate.title_en ?? candidate.title
  const day = first?.published_on ?? candidate.day
  const step = newRow('status_history', [])
  return {
    texts: {
      ...emptyDraft.texts,
      title: title.slice(0, LONGEST_TITLE),
      announced_date: day,
      announced_from: first?.precision === 'instant' ? (first.published_at ?? '') : '',
      announced_to: first?.precision === 'instant' ? (first.published_at ?? '') : '',
      effective_date: first?.effective_on ?? '',
      status: 'announced',
      status_as_of: day,
      instrument_type: suggestion.instrument_type ?? '',
      jurisdiction: suggestion.jurisdiction ?? '',
      issuing_body: first?.issuers.join(' and ') ?? '',
      official_source: first?.title.slice(0, 200) ?? '',
      official_ref: referenceOf(candidate.documents),
      official_url: first?.url ?? '',
      official_url_status: first === undefined ? 'none' : 'seen',
      confidence: 'verified',
      basis: candidate.documents.map(({ source }) => source).join('; '),
    },
    flags: emptyDraft.flags,
    lists: { ...emptyDraft.lists, elements: [...suggestion.elements], stages: [...suggestion.stages] },
    rows: {
      status_history: [{ ...step, cells: { ...step.cells, date: day, status: 'announced' } }],
      provisions: [],
      tickers: suggestion.tickers.map((ticker, key) => ({
        key,
        cells: { ticker, direction: '', reason: '' },
      })),
    },
  }
}

/** Its documents as the sources of the edit: one address is one source. */
export function candidateReason({ documents }: Candidate, by: string): ReasonDraft {
  const empty = emptyReason(by)
  const sources = documents
    .filter(({ url }, place) => documents.findIndex((other) => other.url === url) === place)
    .slice(0, MOST_SOURCES)
    .map(({ source, title, url, published_on: day }, key) => ({
      key,
      name: `${source}: ${title}`.slice(0, 200),
      url,
      date: day ?? '',
    }))
  const rest = empty.sources.slice(sources.length).map((source) => ({ ...source, key: source.key + 100 }))
  return { ...empty, sources: [...sources, ...rest] }
}
