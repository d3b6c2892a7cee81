/** The candidates: items of the inbox that a reader is shown. */
import type { CandidateState, Standing } from '@oreline/shared/domain/inbox/standing.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, gte, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import { documentDay, wordsIn } from './document-list.ts'
import { heldAt } from './held-at.ts'
import { inboxItems } from './schema/inbox.ts'
import { policyDocuments } from './schema/policy-documents.ts'

/** A candidate without what is in it. `day`: of its newest document. */
export type HeldCandidate = {
  readonly id: number
  readonly day: IsoDate
  readonly firstSeenAt: Instant
  readonly wasThereBefore: boolean
}

/** The place of a candidate in the list. */
export type CandidateKey = Pick<HeldCandidate, 'day' | 'id'>

export type CandidatesAsked = {
  readonly state: CandidateState | 'all'
  /** With a document of that source; undefined: of any. */
  readonly source: string | undefined
  /** Bounds of `day`, inclusive. */
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  /** Words that stand in one of its documents. */
  readonly q: string | undefined
  readonly id?: number
  readonly asOf: Instant | null
  readonly standings: ReadonlyMap<number, Standing>
  readonly after: CandidateKey | null
  readonly limit: number
}

/** At most `limit`, those with the newest documents first. One that was decided stays one, whatever the terms are now. */
export async function listCandidates(
  db: Executor,
  asked: CandidatesAsked,
): Promise<readonly HeldCandidate[]> {
  const { source, from, to, q, asOf, standings, after, limit } = asked
  const ofSource = source === undefined ? undefined : sql`bool_or(${policyDocuments.source} = ${source})`
  return db
    .select({
      id: inboxItems.id,
      day,
      firstSeenAt: sql<Instant>`min(${policyDocuments.firstSeenAt})`.mapWith(policyDocuments.firstSeenAt),
      wasThereBefore: sql<boolean>`bool_and(${policyDocuments.wasThereBefore})`,
    })
    .from(inboxItems)
    .innerJoin(policyDocuments, eq(policyDocuments.itemId, inboxItems.id))
    .where(
      and(
        isNull(inboxItems.mergedInto),
        heldAt(policyDocuments, asOf),
        asked.id === undefined ? undefined : eq(inboxItems.id, asked.id),
        sql`(${inboxItems.matched} or ${isAmong([...standings.keys()])})`,
        stateIs(asked.state, standings),
      ),
    )
    .groupBy(inboxItems.id)
    .having(
      and(
        ofSource,
        from === undefined ? undefined : gte(day, from),
        to === undefined ? undefined : lte(day, to),
        q === undefined ? undefined : sql`bool_or(${wordsIn(q)})`,
        after === null ? undefined : sql`(${day}, ${inboxItems.id}) < (${after.day}::date, ${after.id}::int)`,
      ),
    )
    .orderBy(desc(day), desc(inboxItems.id))
    .limit(limit)
}

const day = sql<IsoDate>`max(${documentDay})`.mapWith(policyDocuments.publishedOn)

const isAmong = (ids: readonly number[]): SQL => sql`${inboxItems.id} = any(${arrayLiteral(ids)}::int[])`

function stateIs(state: CandidatesAsked['state'], standings: CandidatesAsked['standings']): SQL | undefined {
  const ids = (wanted: (state: CandidateState) => boolean) =>
    [...standings].filter(([, standing]) => wanted(standing.state)).map(([id]) => id)
  switch (state) {
    case 'all':
      return undefined
    case 'open':
      return sql`not ${isAmong(ids((each) => each !== 'open'))}`
    case 'linked':
    case 'created':
    case 'dismissed':
      return isAmong(ids((each) => each === state))
  }
}

/** The candidate that an item is part of by now; null: there is no such item. */
export async function findWhole(db: Executor, id: number): Promise<number | null> {
  const [row] = await db
    .select({ id: inboxItems.id, mergedInto: inboxItems.mergedInto })
    .from(inboxItems)
    .where(eq(inboxItems.id, id))
  return row === undefined ? null : (row.mergedInto ?? row.id)
}
