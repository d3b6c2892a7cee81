/** The inbox: what government feeds published, put before a person before anything enters the timeline. */
import * as z from 'zod'
import { elementSymbolSchema } from '../domain/chain/element.ts'
import { stageSchema } from '../domain/chain/stage.ts'
import { policyDocumentSchema } from '../domain/inbox/document.ts'
import { amendReasonSchema, effectSchema } from '../domain/inbox/effect.ts'
import { documentPartSchema, relevanceSchema } from '../domain/inbox/relevance.ts'
import { candidateStateSchema } from '../domain/inbox/standing.ts'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { eventIdSchema, instrumentTypeSchema, policyEventSchema } from '../domain/policy/event.ts'
import { instantSchema, isoDateSchema, sourceIdSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import {
  formatParameter,
  groupedAsOfParameter,
  pageParameters,
  rangeParameters,
  rangeRunsForward,
  wholeNumber,
} from './parameters.ts'

const document = policyDocumentSchema.shape

/**
 * A document as its source says it. `title` is in `language`; `title_en`: the English title of a copy in this candidate,
 * null where it is in English itself or there is none. `published_on` may lie ahead; `moved_from`: the day it was
 * announced for before. `correction_of`: the Federal Register number it corrects. `edited`: the source has changed it
 * since `first_seen_at`; `recorded_at` is when it began to say this. `was_there_before`: before Oreline looked.
 */
export const inboxDocumentSchema = z.object({
  source: sourceIdSchema,
  source_id: z.string(),
  type: document.type,
  title: z.string(),
  title_en: z.string().nullable(),
  language: document.language,
  url: document.url,
  published_on: isoDateSchema.nullable(),
  published_at: instantSchema.nullable(),
  precision: document.precision,
  moved_from: isoDateSchema.nullable(),
  stage: document.stage,
  issuers: z.array(z.string()),
  numbers: document.numbers,
  signed_on: isoDateSchema.nullable(),
  effective_on: isoDateSchema.nullable(),
  comments_close_on: isoDateSchema.nullable(),
  correction_of: z.string().nullable(),
  edited: z.boolean(),
  was_there_before: z.boolean(),
  first_seen_at: instantSchema,
  recorded_at: instantSchema,
})
export type InboxDocument = z.infer<typeof inboxDocumentSchema>

/** A term that is watched for, and the words around its first place in the weightiest part of a document. */
export const matchedTermSchema = z.object({
  term: z.string(),
  weight: z.enum(['strong', 'weak']),
  where: documentPartSchema,
  source: sourceIdSchema,
  before: z.string(),
  found: z.string(),
  after: z.string(),
})
export type MatchedTerm = z.infer<typeof matchedTermSchema>

/** Worked out from the terms; a person decides. Empty and null: nothing points to any. */
const suggestionSchema = z.object({
  instrument_type: instrumentTypeSchema.nullable(),
  jurisdiction: z.string().nullable(),
  elements: z.array(elementSymbolSchema),
  stages: z.array(stageSchema),
  tickers: z.array(tickerSchema),
})

/**
 * An event a candidate is, names or may change. `why`: it bears the event's number, names it (`text` says in which
 * words), or has a title much like the event's. `effect`: what it does to it, by its words; null: it does not say.
 */
export const mayAmendSchema = z.object({
  event_id: eventIdSchema,
  event_title: z.string(),
  announced_date: isoDateSchema,
  why: amendReasonSchema,
  text: z.string(),
  effect: effectSchema.nullable(),
})
export type MayAmendRow = z.infer<typeof mayAmendSchema>

/** What a person decided. `event_id`: the event linked or created, null: neither. */
const decisionRowSchema = z.object({
  decision: z.enum(['linked', 'created', 'dismissed', 'reopened']),
  event_id: eventIdSchema.nullable(),
  by: z.string(),
  reason: z.string().nullable(),
  decided_at: instantSchema,
})
export type DecisionRow = z.infer<typeof decisionRowSchema>

/**
 * One or more documents that are the same act or news. `day`: of the newest of them. `relevance` null: no term of the
 * present list occurs any more. `decision`: the one that holds; `other_decisions`: what was decided otherwise about parts
 * of it before they proved to be the same.
 */
export const candidateSchema = z.object({
  id: z.int(),
  state: candidateStateSchema,
  title: z.string(),
  title_en: z.string().nullable(),
  day: isoDateSchema,
  relevance: relevanceSchema.nullable(),
  documents: z.array(inboxDocumentSchema).min(1),
  terms: z.array(matchedTermSchema),
  suggestion: suggestionSchema,
  may_amend: z.array(mayAmendSchema),
  decision: decisionRowSchema.nullable(),
  other_decisions: z.array(decisionRowSchema),
  first_seen_at: instantSchema,
  was_there_before: z.boolean(),
})
export type Candidate = z.infer<typeof candidateSchema>

/** What is looked for in titles, abstracts, passages and numbers, in any case. */
const searched = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(/^\P{Cc}*$/u, 'plain text')

/** By what documents are looked for, and candidates by their documents. */
export const documentFilters = {
  source: sourceIdSchema.optional().meta({ description: 'with a document of this source' }),
  ...rangeParameters,
  q: searched.optional().meta({ description: 'with these words in a title, abstract, passage or number' }),
}

export const getInbox = defineEndpoint({
  method: 'GET',
  path: '/api/v1/inbox',
  tag: 'policy',
  summary: 'Candidates for the timeline, newest first: documents in which a term watched for occurs',
  example: 'state=all&limit=20',
  query: z
    .object({
      state: z.enum([...candidateStateSchema.options, 'all']).default('open'),
      ...documentFilters,
      ...groupedAsOfParameter,
      ...pageParameters(50, 500),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(candidateSchema),
  columns: [
    'id',
    'state',
    'day',
    'relevance',
    'title',
    'title_en',
    'first_seen_at',
    'was_there_before',
    ...Object.keys(suggestionSchema.shape).map((name) => `suggestion.${name}`),
    ...Object.keys(decisionRowSchema.shape).map((name) => `decision.${name}`),
  ],
})

const oneCandidate = z.object({ id: wholeNumber(1, 2_147_483_647) })

/** One that was folded into another is answered as that other one. */
export const getCandidate = defineEndpoint({
  method: 'GET',
  path: '/api/v1/inbox/:id',
  tag: 'policy',
  summary: 'One candidate with its documents, terms and suggestions',
  params: oneCandidate,
  query: z.object(groupedAsOfParameter),
  response: oneOf(candidateSchema),
})

/**
 * What a source has given. `without_terms`: documents that no term occurs in; they are kept and put before nobody.
 * `since`: when the first came in. `newest`: the newest day of publication, which may lie ahead.
 */
export const inboxSourceSchema = z.object({
  source: sourceIdSchema,
  documents: z.int(),
  without_terms: z.int(),
  open: z.int(),
  since: instantSchema,
  newest: isoDateSchema.nullable(),
})
export type InboxSource = z.infer<typeof inboxSourceSchema>

export const getInboxCounts = defineEndpoint({
  method: 'GET',
  path: '/api/v1/inbox/counts',
  tag: 'policy',
  summary: 'How many candidates are open and decided, and what each source has given',
  query: z.object(groupedAsOfParameter),
  response: oneOf(
    z.object({
      open: z.int(),
      linked: z.int(),
      created: z.int(),
      dismissed: z.int(),
      documents: z.int(),
      without_terms: z.int(),
      sources: z.array(inboxSourceSchema),
    }),
  ),
})

const by = z.string().trim().min(1).max(80).meta({ description: 'a name as given; nobody checks it' })
const note = z.string().trim().min(1).max(500)

/**
 * `link` leaves the event as it is and attaches the documents to it. `create` stores the event in the same step, under
 * `reason.by`; its official or secondary address, or a source of the reason, is that of a document. `dismiss` needs a
 * reason. `reopen` puts a decided one on the list again. On a candidate that is decided already: 409 `edit-conflict`.
 */
export const inboxDecisionSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('link'),
    event_id: eventIdSchema,
    by,
    reason: note.nullable().default(null),
  }),
  z.object({ decision: z.literal('create'), event: policyEventSchema, reason: editReasonSchema }),
  z.object({ decision: z.literal('dismiss'), by, reason: note }),
  z.object({ decision: z.literal('reopen'), by, reason: note.nullable().default(null) }),
])
export type InboxDecision = z.output<typeof inboxDecisionSchema>

export const postInboxDecision = defineEndpoint({
  method: 'POST',
  path: '/api/v1/inbox/:id/decisions',
  tag: 'policy',
  summary: 'Link a candidate to an event, create one from it, dismiss it with a reason, or reopen it',
  params: oneCandidate,
  body: inboxDecisionSchema,
  bodyBytes: 262_144,
  response: oneOf(candidateSchema),
})
