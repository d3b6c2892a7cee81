/** Candidates and documents as the API tells them: what was stored, and what is worked out from it on reading. */
import type {
  Candidate,
  DecisionRow,
  InboxDocument,
  MatchedTerm,
  MayAmendRow,
} from '@oreline/shared/api/inbox.ts'
import { catalogueIndex, type CatalogueIndex } from '@oreline/shared/domain/inbox/catalogue-index.ts'
import { amendReasonSchema } from '@oreline/shared/domain/inbox/effect.ts'
import { readDocument, type Reading } from '@oreline/shared/domain/inbox/match.ts'
import { documentPartSchema, relevanceSchema } from '@oreline/shared/domain/inbox/relevance.ts'
import { mayAmend, type MayAmend } from '@oreline/shared/domain/inbox/may-amend.ts'
import type { Decision, Standing } from '@oreline/shared/domain/inbox/standing.ts'
import { suggestionOf } from '@oreline/shared/domain/inbox/suggest.ts'
import type { EventId, PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { sourceIdSchema, tickerSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Executor } from '../db/client.ts'
import { listDocumentsOf, type HeldDocument } from '../db/document-list.ts'
import type { HeldCandidate } from '../db/inbox-list.ts'
import { undecided } from '../db/inbox-standings.ts'
import { listCatalogue } from '../db/policy-catalogue.ts'

/** A document with what was read in it. */
type Read = { readonly held: HeldDocument; readonly reading: Reading }

/** Candidates with all that is in them; the terms are those of today, the catalogue that of `asOf`. */
export async function candidateRows(
  snapshot: Executor,
  candidates: readonly HeldCandidate[],
  { asOf, standings }: { readonly asOf: Instant | null; readonly standings: ReadonlyMap<number, Standing> },
): Promise<Candidate[]> {
  if (candidates.length === 0) return []
  const documents = await listDocumentsOf(
    snapshot,
    candidates.map(({ id }) => id),
    asOf,
  )
  const events = (await listCatalogue(snapshot, asOf)).map(({ event }) => event)
  const catalogue = catalogueIndex(events)
  const byId = new Map(events.map((event) => [event.id, event]))
  const byItem = Map.groupBy(documents, ({ itemId }) => itemId)
  return candidates.map((candidate) => {
    const read = (byItem.get(candidate.id) ?? []).map((held) => ({
      held,
      reading: readDocument(held.body, catalogue),
    }))
    return candidateRow(candidate, read, standings.get(candidate.id) ?? undecided, catalogue, byId)
  })
}

function candidateRow(
  { id, day, firstSeenAt, wasThereBefore }: HeldCandidate,
  read: readonly Read[],
  standing: Standing,
  catalogue: CatalogueIndex,
  events: ReadonlyMap<EventId, PolicyEvent>,
): Candidate {
  const documents = documentRows(read.map(({ held }) => held))
  const best = bestOf(documents)
  const amended = amendedBy(read, catalogue)
  const named = amended.flatMap(({ why, eventId }) =>
    why === 'similar-title' ? [] : (events.get(eventId) ?? []),
  )
  const suggestion = suggestionOf(
    read.map(({ held, reading }) => ({ document: held.body, reading })),
    named,
  )
  const relevances = new Set(read.map(({ reading }) => reading.relevance))
  return {
    id,
    state: standing.state,
    title: best.title,
    title_en: best.title_en,
    day,
    relevance: relevanceSchema.options.find((relevance) => relevances.has(relevance)) ?? null,
    documents,
    terms: termsIn(read),
    suggestion: {
      instrument_type: suggestion.instrumentType,
      jurisdiction: suggestion.jurisdiction,
      elements: [...suggestion.elements],
      stages: [...suggestion.stages],
      tickers: suggestion.tickers.map((ticker) => tickerSchema.parse(ticker)),
    },
    may_amend: amended.flatMap((one) => amendRow(one, events)),
    decision: standing.decision === null ? null : decisionRow(standing.decision),
    other_decisions: standing.others.map(decisionRow),
    first_seen_at: firstSeenAt,
    was_there_before: wasThereBefore,
  }
}

/** The authority's own words before those of a news page, what stands before what was taken back, the first seen before copies. */
function bestOf(documents: readonly InboxDocument[]): InboxDocument {
  const rank = ({ type, stage, language }: InboxDocument): number =>
    (type === 'news' ? 4 : 0) +
    (stage === 'withdrawn' || stage === 'vanished' ? 2 : 0) +
    (language === 'zh' ? 0 : 1)
  const [best] = documents.toSorted((a, b) => rank(a) - rank(b))
  invariant(best !== undefined, 'a candidate has a document')
  return best
}

/** Documents of one item, in the order given. */
export function documentRows(documents: readonly HeldDocument[]): InboxDocument[] {
  const english = documents.find(({ body }) => body.language === 'en' && body.type !== 'news')
  return documents.map((held) => documentRow(held, english?.body.title ?? null))
}

/** `english`: the title of an English copy; null: there is none. */
export function documentRow(held: HeldDocument, english: string | null): InboxDocument {
  const { body } = held
  return {
    source: sourceIdSchema.parse(held.source),
    source_id: held.sourceId,
    type: body.type,
    title: body.title,
    title_en: body.language === 'en' ? null : english,
    language: body.language,
    url: body.url,
    published_on: body.publishedOn,
    published_at: body.publishedAt,
    precision: body.precision,
    moved_from: held.movedFrom,
    stage: body.stage,
    issuers: body.issuers,
    numbers: body.numbers,
    signed_on: body.signedOn,
    effective_on: body.effectiveOn,
    comments_close_on: body.commentsCloseOn,
    correction_of: body.correctionOf,
    edited: held.revision > 1,
    was_there_before: held.wasThereBefore,
    first_seen_at: held.firstSeenAt,
    recorded_at: held.recordedAt,
  }
}

/** Each term once, where it weighs most; cues are for suggestions alone. */
function termsIn(read: readonly Read[]): MatchedTerm[] {
  const found = new Map<string, MatchedTerm>()
  for (const part of documentPartSchema.options)
    for (const { held, reading } of read)
      for (const { term, part: where, passage } of reading.matches) {
        const { weight } = term
        if (where !== part || weight === 'cue' || found.has(term.term)) continue
        found.set(term.term, {
          term: term.term,
          weight,
          where,
          source: sourceIdSchema.parse(held.source),
          ...passage,
        })
      }
  return [...found.values()].toSorted((a, b) => Number(a.weight === 'weak') - Number(b.weight === 'weak'))
}

const MOST_EVENTS = 6

function amendedBy(read: readonly Read[], catalogue: CatalogueIndex): readonly MayAmend[] {
  const all = read.flatMap(({ held, reading }) => mayAmend(held.body, reading, catalogue))
  const found = new Map<EventId, MayAmend>()
  for (const why of amendReasonSchema.options)
    for (const one of all) if (one.why === why && !found.has(one.eventId)) found.set(one.eventId, one)
  return [...found.values()].slice(0, MOST_EVENTS)
}

function amendRow(
  { eventId, why, text, effect }: MayAmend,
  events: ReadonlyMap<EventId, PolicyEvent>,
): MayAmendRow[] {
  const event = events.get(eventId)
  if (event === undefined) return []
  const { title, announced_date } = event
  return [{ event_id: eventId, event_title: title, announced_date, why, text, effect }]
}

const decisionRow = ({ decision, eventId, by, reason, decidedAt }: Decision): DecisionRow => ({
  decision,
  event_id: eventId,
  by,
  reason,
  decided_at: decidedAt,
})
