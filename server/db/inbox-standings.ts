/** How the candidates stand about which people have decided. */
import { standingOf, type Decision, type Standing } from '@oreline/shared/domain/inbox/standing.ts'
import { eventIdSchema } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { asc, inArray, lte, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { inboxDecisions, inboxItems } from './schema/inbox.ts'

/**
 * By candidate, of all about which something was decided by an instant (null: now); of the others nobody has decided
 * anything. Which candidates were folded into which is told as of now.
 */
export async function listStandings(
  db: Executor,
  asOf: Instant | null,
): Promise<ReadonlyMap<number, Standing>> {
  const whole = sql<number>`coalesce(${inboxItems.mergedInto}, ${inboxItems.id})`
  const decisions = await db
    .select()
    .from(inboxDecisions)
    .where(asOf === null ? undefined : lte(inboxDecisions.decidedAt, asOf))
    .orderBy(asc(inboxDecisions.id))
  if (decisions.length === 0) return new Map()
  const decided = db
    .select({ whole })
    .from(inboxItems)
    .where(inArray(inboxItems.id, [...new Set(decisions.map(({ itemId }) => itemId))]))
  const parts = await db.select({ id: inboxItems.id, whole }).from(inboxItems).where(inArray(whole, decided))
  const partsOf = Map.groupBy(parts, (part) => part.whole)
  return new Map(
    [...partsOf].map(([id, own]) => {
      const ids = own.map((part) => part.id)
      const about = decisions.filter(({ itemId }) => ids.includes(itemId)).map(decisionOf)
      return [id, standingOf(ids, about)]
    }),
  )
}

const decisionOf = (row: typeof inboxDecisions.$inferSelect): Decision => ({
  item: row.itemId,
  decision: row.decision,
  eventId: row.eventId === null ? null : eventIdSchema.parse(row.eventId),
  by: row.by,
  reason: row.reason,
  decidedAt: row.decidedAt,
})

/** Of a candidate about which nobody has decided anything. */
export const undecided: Standing = { state: 'open', decision: null, others: [], eventIds: [] }
