import { getCandidate, getInbox, getInboxCounts, postInboxDecision } from '@oreline/shared/api/inbox.ts'
import { getEventDocuments, getPolicyDocuments } from '@oreline/shared/api/policy-documents.ts'
import type { CandidateState } from '@oreline/shared/domain/inbox/standing.ts'
import { expectedOfDocuments } from '@oreline/shared/domain/sources/expected-sources.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { isoDateSchema, sourceIdSchema } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import * as z from 'zod'
import { listDocuments, listDocumentsOf } from '../db/document-list.ts'
import { countDocuments, countOpen } from '../db/inbox-counts.ts'
import { decideCandidate } from '../db/inbox-decisions.ts'
import { findWhole, listCandidates } from '../db/inbox-list.ts'
import { listStandings } from '../db/inbox-standings.ts'
import { listReference } from '../db/reference-rows.ts'
import { listUnanswered } from '../db/unanswered.ts'
import { metaNow } from '../http/meta-now.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { readRoute, type ReadContext } from '../read-route.ts'
import { route } from '../route.ts'
import { candidateRows, documentRow, documentRows } from '../rows/inbox-rows.ts'

/** The catalogue says which events a candidate may amend. */
const reads = { reads: ['documents', 'reference'], changesWith: 'data' } as const

const candidateToken = z.tuple([isoDateSchema, z.int()]).transform(([day, id]) => ({ day, id }))
const documentToken = z
  .tuple([isoDateSchema, z.string().regex(/^\P{Cc}*$/u), z.string().regex(/^\P{Cc}*$/u)])
  .transform(([day, source, sourceId]) => ({ day, source, sourceId }))

export const inboxRoutes = [
  readRoute(getInbox, reads, async ({ query }, { snapshot, asOf }) => {
    const { limit } = query
    assertKnownSource(query.source)
    const after = keyOf(query.next, candidateToken)
    const standings = await listStandings(snapshot, asOf)
    const { state, source, from, to, q } = query
    const asked = { state, source, from, to, q, asOf, standings, after }
    const found = await listCandidates(snapshot, { ...asked, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const data = await candidateRows(snapshot, page, { asOf, standings })
    return {
      data,
      meta: {
        sources: sourcesOf(data.flatMap(({ documents }) => documents)),
        unanswered: await neverAnswered({ snapshot, asOf }, source),
        next: found.length > limit && last !== undefined ? tokenOf([last.day, last.id]) : null,
      },
    }
  }),

  // Before the candidates by id, whose address it has the form of.
  readRoute(getInboxCounts, { reads: ['documents'], changesWith: 'data' }, async (_, { snapshot, asOf }) => {
    const standings = await listStandings(snapshot, asOf)
    const inState = (wanted: CandidateState) =>
      [...standings].filter(([, { state }]) => state === wanted).map(([id]) => id)
    const [linked, created, dismissed] = [inState('linked'), inState('created'), inState('dismissed')]
    const decided = [...linked, ...created, ...dismissed]
    const sources = await countDocuments(snapshot, decided, asOf)
    return {
      data: {
        open: await countOpen(snapshot, decided, asOf),
        linked: linked.length,
        created: created.length,
        dismissed: dismissed.length,
        documents: sources.reduce((sum, { documents }) => sum + documents, 0),
        without_terms: sources.reduce((sum, { withoutTerms }) => sum + withoutTerms, 0),
        sources: sources.map(({ source, documents, withoutTerms, open, since, newest }) => ({
          source: sourceIdSchema.parse(source),
          documents,
          without_terms: withoutTerms,
          open,
          since,
          newest,
        })),
      },
      meta: {
        sources: sources.map(({ source }) => source),
        unanswered: await neverAnswered({ snapshot, asOf }),
      },
    }
  }),

  readRoute(getCandidate, reads, async ({ params }, context) => {
    const data = await oneCandidate(context, params.id)
    return { data, meta: { sources: sourcesOf(data.documents) } }
  }),

  readRoute(getPolicyDocuments, reads, async ({ query }, { snapshot, asOf }) => {
    const { limit } = query
    assertKnownSource(query.source)
    const after = keyOf(query.next, documentToken)
    const { source, from, to, q, matched } = query
    const asked = { source, from, to, q, matched, asOf, after }
    const found = await listDocuments(snapshot, { ...asked, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const standings = await listStandings(snapshot, asOf)
    const data = page.map((held) => ({
      ...documentRow(held, null),
      candidate: held.isCandidate || standings.has(held.itemId) ? held.itemId : null,
    }))
    return {
      data,
      meta: {
        sources: sourcesOf(data),
        unanswered: await neverAnswered({ snapshot, asOf }, source),
        next:
          found.length > limit && last !== undefined ? tokenOf([last.day, last.source, last.sourceId]) : null,
      },
    }
  }),

  readRoute(getEventDocuments, reads, async ({ params }, { snapshot, asOf }) => {
    const [event] = await listReference(snapshot, 'policy-event', { asOf, key: params.id })
    if (event === undefined)
      throw new AppError('unknown-event', `no such event: ${params.id}`, { parameter: 'id' })
    const standings = await listStandings(snapshot, asOf)
    const ids = [...standings].filter(([, { eventIds }]) => eventIds.includes(params.id)).map(([id]) => id)
    const byItem = Map.groupBy(await listDocumentsOf(snapshot, ids, asOf), ({ itemId }) => itemId)
    const data = [...byItem]
      .flatMap(([candidate, documents]) => documentRows(documents).map((row) => ({ ...row, candidate })))
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
    return { data, meta: { sources: sourcesOf(data) } }
  }),

  route(postInboxDecision, async ({ params: { id }, body }, { db, clock, now }) => {
    await decideCandidate(db, clock, { id, ...body })
    const data = await oneCandidate({ snapshot: db, asOf: null }, id)
    return { data, meta: await metaNow(db, now, sourcesOf(data.documents), ['documents', 'reference']) }
  }),
]

/** The feeds that have never answered: that they gave no document says nothing. */
const neverAnswered = async ({ snapshot, asOf }: Pick<ReadContext, 'snapshot' | 'asOf'>, named?: string) =>
  listUnanswered(snapshot, expectedOfDocuments(named), { asOf, rows: [] })

/** A source that nobody has heard of is a misspelt one: an empty answer would say that it gave nothing. */
function assertKnownSource(source: string | undefined): void {
  if (source === undefined || sources.some(({ id }) => id === source)) return
  throw new AppError('unknown-source', `no such source: ${source}`, { parameter: 'source' })
}

/** One that was folded into another is answered as that other one. */
async function oneCandidate({ snapshot, asOf }: Pick<ReadContext, 'snapshot' | 'asOf'>, id: number) {
  const whole = await findWhole(snapshot, id)
  const standings = await listStandings(snapshot, asOf)
  const found =
    whole === null
      ? []
      : await listCandidates(snapshot, { ...everything, id: whole, asOf, standings, after: null, limit: 1 })
  if (found.length === 0) throw new AppError('unknown-candidate', `no candidate ${id}`, { parameter: 'id' })
  const [row] = await candidateRows(snapshot, found, { asOf, standings })
  invariant(row !== undefined, 'each candidate has a row')
  return row
}

const everything = { state: 'all', source: undefined, from: undefined, to: undefined, q: undefined } as const

const sourcesOf = (documents: readonly { readonly source: string }[]): string[] => [
  ...new Set(documents.map(({ source }) => source)),
]

const dayOf = (row: { readonly published_on: string | null; readonly first_seen_at: string }): string =>
  row.published_on ?? row.first_seen_at.slice(0, 10)
