/** What people decide about candidates. Nothing enters the timeline but by one of these. */
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { EventId, PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type { Decision, Standing } from '@oreline/shared/domain/inbox/standing.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { eq, or } from 'drizzle-orm'
import type { Db, Executor } from './client.ts'
import { listDocumentsOf } from './document-list.ts'
import { listStandings, undecided } from './inbox-standings.ts'
import { putEvent } from './policy-event-edits.ts'
import { listReference } from './reference-rows.ts'
import { inRevision } from './revision.ts'
import { inboxDecisions, inboxItems } from './schema/inbox.ts'

/** As a person says it; `create` carries the event and why, `by` and `why` of which are those of the decision. */
export type Deciding =
  | {
      readonly decision: 'link'
      readonly event_id: EventId
      readonly by: string
      readonly reason: string | null
    }
  | { readonly decision: 'create'; readonly event: PolicyEvent; readonly reason: EditReason }
  | { readonly decision: 'dismiss' | 'reopen'; readonly by: string; readonly reason: string | null }

/**
 * Notes the decision for the candidate and all that were folded into it, and stores the event it is made into, in one
 * moment or not at all. Throws `unknown-candidate`, `unknown-event`, `edit-conflict` where somebody was quicker, and
 * what `putEvent` refuses.
 */
export async function decideCandidate(
  db: Db,
  clock: Clock,
  { id, ...deciding }: Deciding & { readonly id: number },
): Promise<void> {
  await inRevision(db, { scope: 'documents', clock }, async ({ tx, recordedAt }) => {
    const parts = await listParts(tx, id)
    const standing = (await listStandings(tx, null)).get(id) ?? undecided
    assertIsFree(id, deciding.decision, standing)
    const { eventId, by, reason } = await carryOut(tx, clock, id, deciding)
    const decision = past[deciding.decision]
    await tx
      .insert(inboxDecisions)
      .values(parts.map((itemId) => ({ itemId, decision, eventId, by, reason, decidedAt: recordedAt })))
    return { rows: parts.length }
  })
}

const past = { link: 'linked', create: 'created', dismiss: 'dismissed', reopen: 'reopened' } as const

/** The candidate and all that were folded into it. */
async function listParts(tx: Executor, id: number): Promise<readonly number[]> {
  const items = await tx
    .select({ id: inboxItems.id, mergedInto: inboxItems.mergedInto, matched: inboxItems.matched })
    .from(inboxItems)
    .where(or(eq(inboxItems.id, id), eq(inboxItems.mergedInto, id)))
  const own = items.find((item) => item.id === id)
  if (own === undefined) throw new AppError('unknown-candidate', `no candidate ${id}`, { parameter: 'id' })
  if (own.mergedInto !== null)
    throw new AppError('edit-conflict', `It proved to be the same as candidate ${own.mergedInto}.`, {
      parameter: 'id',
      extra: { merged_into: own.mergedInto },
    })
  return items.map((item) => item.id)
}

function assertIsFree(id: number, wanted: Deciding['decision'], { state, decision }: Standing): void {
  if (wanted === 'reopen' ? state !== 'open' : state === 'open') return
  const words = decision === null ? `Candidate ${id} is open.` : `${wordsOf(decision)}; reopen it first.`
  throw new AppError('edit-conflict', words, { parameter: 'id' })
}

function wordsOf({ decision, eventId, by, decidedAt }: Decision): string {
  const what = eventId === null ? `${decision} it` : `${decision} it (${eventId})`
  return `${by} has ${what} on ${decidedAt.slice(0, 10)}`
}

type Noted = { readonly eventId: EventId | null; readonly by: string; readonly reason: string | null }

async function carryOut(tx: Executor, clock: Clock, id: number, deciding: Deciding): Promise<Noted> {
  switch (deciding.decision) {
    case 'dismiss':
    case 'reopen':
      return { eventId: null, by: deciding.by, reason: deciding.reason }
    case 'link': {
      const { event_id: eventId, by, reason } = deciding
      if (!(await isHeld(tx, eventId)))
        throw new AppError('unknown-event', `no such event: ${eventId}`, { parameter: 'event_id' })
      return { eventId, by, reason }
    }
    case 'create': {
      const { event, reason } = deciding
      if (await isHeld(tx, event.id))
        throw new AppError(
          'edit-conflict',
          `The catalogue has an event ${event.id} already: link the candidate to it, or choose another id.`,
          { parameter: 'event.id' },
        )
      await assertNamesDocument(tx, id, event, reason)
      await putEvent(tx, clock, { event, base: null, reason, action: 'from-inbox' })
      return { eventId: event.id, by: reason.by, reason: reason.why }
    }
  }
}

const isHeld = async (tx: Executor, key: EventId): Promise<boolean> =>
  (await listReference(tx, 'policy-event', { asOf: null, key })).length > 0

async function assertNamesDocument(
  tx: Executor,
  id: number,
  { official_url, secondary_url }: PolicyEvent,
  { sources }: EditReason,
): Promise<void> {
  const named = new Set([official_url, secondary_url, ...sources.map(({ url }) => url)])
  const documents = await listDocumentsOf(tx, [id], null)
  if (documents.some(({ body }) => named.has(body.url))) return
  throw new AppError(
    'invalid-input',
    'An event that is made from a document names it: as its official address, its secondary one, or a source of the edit.',
    { parameter: 'event.official_url' },
  )
}
