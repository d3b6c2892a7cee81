/** The records of the chain as they are stored: one a row, and before that, in older stores, one for the whole of it. */
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { chainRecords, inFileOrder } from '@oreline/shared/domain/chain/records.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, eq, isNull } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { listReference, type ReferenceRow } from './reference-rows.ts'
import { referenceRevisions } from './schema/reference.ts'

/** The key of the record that held the whole chain, before each row had one of its own. */
const WHOLE_CHAIN = 'chain'

/**
 * Every record at an instant (null: now), in the order of the file. Where one held the whole of the chain, its rows, each
 * under that record's revision.
 */
export async function listChainRecords(db: Executor, asOf: Instant | null): Promise<readonly ReferenceRow[]> {
  const rows = await listReference(db, 'chain', { asOf })
  const records = rows.flatMap((row) =>
    row.key === WHOLE_CHAIN
      ? chainRecords(chainSchema.parse(row.body)).map((record) => ({ ...row, ...record }))
      : [row],
  )
  return inFileOrder(records)
}

/** The ids of the rows that name each of those policy events, whatever field does; an event that none names is left out. */
export async function listRowsNaming(
  db: Executor,
  events: readonly EventId[],
): Promise<ReadonlyMap<EventId, readonly string[]>> {
  if (events.length === 0) return new Map()
  const rows = (await listChainRecords(db, null)).map(({ key, body }) => ({
    key,
    text: JSON.stringify(body),
  }))
  // An id stands in JSON between quotes, and no other text of a row is one.
  const naming = events.map(
    (id) => [id, rows.filter(({ text }) => text.includes(`"${id}"`)).map(({ key }) => key)] as const,
  )
  return new Map(naming.filter(([, keys]) => keys.length > 0))
}

/** Ends the record of the whole chain where a store still has it: the rows have taken its place. */
export async function endWholeChain(tx: Executor, at: Instant): Promise<void> {
  await tx
    .update(referenceRevisions)
    .set({ supersededAt: at })
    .where(
      and(
        eq(referenceRevisions.kind, 'chain'),
        eq(referenceRevisions.key, WHOLE_CHAIN),
        isNull(referenceRevisions.supersededAt),
      ),
    )
}
