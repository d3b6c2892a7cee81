/** Answers that contradict a series, noted as they come. Deciding on them is in `decide-quarantine.ts`. */
import { sameContradiction, type Contradiction } from '@oreline/shared/domain/prices/contradiction.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { SeriesOf } from './live-bars.ts'
import type { Revision } from './revision.ts'
import { quarantine } from './schema/quarantine.ts'
import { bumpVersion } from './version-count.ts'

export type ContradictionNote = SeriesOf & {
  readonly contradiction: Contradiction
  readonly payloadId: number | null
  /** Whether the answer covers all that is held. */
  readonly whole: boolean
  /** Days that the answer and the store both have, and those of them that differ, ascending. */
  readonly compared: number
  readonly differing: readonly { readonly date: IsoDate; readonly held: number; readonly fresh: number }[]
}

/** So many of the days that differ are kept to be looked at, the newest. */
const sampleSize = 10

/**
 * Opens a quarantine, or counts the one that is open up when the answer says the same again, else takes its place. One
 * that a person has discarded, or rescaled by hand, opens none when it comes again. Called in the turn of the prices.
 */
export async function noteContradiction(
  { tx, recordedAt }: Revision,
  note: ContradictionNote,
): Promise<void> {
  const { instrumentId, source, contradiction, differing, ...rest } = note
  const own = and(eq(quarantine.instrumentId, instrumentId), eq(quarantine.source, source))
  const [open] = await tx
    .select()
    .from(quarantine)
    .where(and(own, isNull(quarantine.decidedAt)))
  const answer = {
    ...rest,
    ...contradiction,
    differing: differing.length,
    sample: differing.slice(-sampleSize),
  }
  const seenAgain = { lastSeenAt: recordedAt, timesSeen: sql`${quarantine.timesSeen} + 1` }
  await bumpVersion(tx, 'health', recordedAt)

  if (open !== undefined && sameContradiction(open, contradiction)) {
    // A part says no more than the whole that is kept already.
    const seen = open.whole && !note.whole ? seenAgain : { ...answer, ...seenAgain }
    await tx.update(quarantine).set(seen).where(eq(quarantine.id, open.id))
    return
  }
  if (open !== undefined) await close(tx, 'replaced', eq(quarantine.id, open.id), recordedAt)
  const [decided] = await tx
    .select()
    .from(quarantine)
    .where(and(own, inArray(quarantine.decision, ['discarded', 'rescaled'])))
    .orderBy(desc(quarantine.id))
    .limit(1)
  if (decided !== undefined && sameContradiction(decided, contradiction)) {
    await tx.update(quarantine).set(seenAgain).where(eq(quarantine.id, decided.id))
    return
  }
  await tx.insert(quarantine).values({
    instrumentId,
    source,
    ...answer,
    openedAt: open?.kind === contradiction.kind ? open.openedAt : recordedAt,
    lastSeenAt: recordedAt,
  })
}

/** Closes what is open about a series, for an answer of the same source has agreed with what is held. */
export async function resolveContradictions(
  { tx, recordedAt }: Revision,
  { instrumentId, source }: SeriesOf,
): Promise<void> {
  const ofSeries = and(eq(quarantine.instrumentId, instrumentId), eq(quarantine.source, source))
  if (await close(tx, 'resolved', ofSeries, recordedAt)) await bumpVersion(tx, 'health', recordedAt)
}

/** The rows of a closed one are not kept: its answer is, and nobody decides on it any more. */
async function close(
  tx: Revision['tx'],
  decision: 'replaced' | 'resolved',
  which: ReturnType<typeof and>,
  decidedAt: Revision['recordedAt'],
): Promise<boolean> {
  const closed = await tx
    .update(quarantine)
    .set({ decision, decidedAt, history: null })
    .where(and(which, isNull(quarantine.decidedAt)))
    .returning({ id: quarantine.id })
  return closed.length > 0
}
