/**
 * How data with history are written: in one transaction per kind of data at a time, under one instant. Writers of a
 * kind take turns at the row that counts its versions, so that instants rise in the order of commits: what was read as
 * of an instant already reached reads the same for ever.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { eq, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { dataVersions } from './schema/data-versions.ts'
import { bumpVersion } from './version-count.ts'
import type { DataScope } from './versions.ts'

/** An open writing transaction. Its rows begin at `recordedAt`, and those they replace end then. */
export type Revision = { readonly tx: Executor; readonly recordedAt: Instant }

/** What a writing transaction came to: the number of rows, and the instant they begin at. */
export type Written = { readonly rows: number; readonly recordedAt: Instant }

/**
 * Writes within one transaction. `write` gives the number of rows it wrote; when there are any, the version of the kind
 * is counted up. `recordedAt` is now, or a millisecond after the last change where the clock has not moved past it.
 */
export async function withRevision(
  db: Executor,
  scopeAndClock: { readonly scope: DataScope; readonly clock: Clock },
  write: (revision: Revision) => Promise<number>,
): Promise<Written> {
  const { rows, recordedAt } = await inRevision(db, scopeAndClock, async (revision) => ({
    rows: await write(revision),
  }))
  return { rows, recordedAt }
}

/** As `withRevision`, for a writer that first decides by what is stored, and tells more than the number of its rows. */
export async function inRevision<T extends { readonly rows: number }>(
  db: Executor,
  { scope, clock }: { readonly scope: DataScope; readonly clock: Clock },
  write: (revision: Revision) => Promise<T>,
): Promise<T & Written> {
  return db.transaction(async (tx) => {
    await lookUpByIndex(tx)
    const recordedAt = await takeTurn(tx, scope, clock)
    const said = await write({ tx, recordedAt })
    if (said.rows > 0) await bumpVersion(tx, scope, recordedAt)
    return { ...said, recordedAt }
  })
}

async function takeTurn(tx: Executor, scope: DataScope, clock: Clock): Promise<Instant> {
  await tx.insert(dataVersions).values({ scope, version: 0, changedAt: clock() }).onConflictDoNothing()
  const [last] = await tx
    .select({ changedAt: dataVersions.changedAt })
    .from(dataVersions)
    .where(eq(dataVersions.scope, scope))
    .for('update')
  invariant(last !== undefined, 'a kind of data has a version once it is inserted')
  const now = clock()
  return isAfter(now, last.changedAt) ? now : plusMs(last.changedAt, 1)
}

/**
 * Writers look every row up by its key. Where a table has grown since it was last analyzed (a first run, a backfill)
 * the planner takes it for empty and would scan the whole of it for each row.
 */
async function lookUpByIndex(tx: Executor): Promise<void> {
  await tx.execute(sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
           set_config('enable_mergejoin', 'off', true), set_config('enable_memoize', 'off', true)`)
}
