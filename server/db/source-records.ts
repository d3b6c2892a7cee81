/** What is stored about the sources: their answers per scope, the operator's switches, and what starter rows are left. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { asc, eq, isNull, max, min, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { bars } from './schema/bars.ts'
import { instruments } from './schema/instruments.ts'
import { sourceHealth, sourceSwitches } from './schema/source-health.ts'

/** How a source does for one scope. */
export type HealthRecord = typeof sourceHealth.$inferSelect
/** A source without one is as it is by default. */
export type SourceSwitch = typeof sourceSwitches.$inferSelect

/** By source and scope. */
export async function listHealthRecords(db: Executor): Promise<readonly HealthRecord[]> {
  return db.select().from(sourceHealth).orderBy(asc(sourceHealth.source), asc(sourceHealth.scope))
}

export async function listSwitches(db: Executor): Promise<readonly SourceSwitch[]> {
  return db.select().from(sourceSwitches)
}

/** Turns a source on or off; turning it the way it is changes nothing, and keeps since-when. */
export async function turnSource(
  db: Executor,
  { source, enabled, now }: { readonly source: string; readonly enabled: boolean; readonly now: Instant },
): Promise<void> {
  await db
    .insert(sourceSwitches)
    .values({ source, enabled, changedAt: now })
    .onConflictDoUpdate({
      target: sourceSwitches.source,
      set: { enabled, changedAt: now },
      setWhere: eq(sourceSwitches.enabled, !enabled),
    })
}

/** The current bars of one source by ticker: the newest of them and since when they have been held. */
export type BarsInUse = {
  readonly ticker: string
  readonly newest: IsoDate
  readonly since: Instant
}

/** The tickers whose newest bar is of that source; older ones of it that stand among others' are no news. */
export async function listNewestBars(db: Executor, source: string): Promise<readonly BarsInUse[]> {
  const ofSource = eq(bars.source, source)
  const rows = await db
    .select({ ticker: instruments.ticker, newest: max(bars.sessionDate), since: min(bars.recordedAt) })
    .from(bars)
    .innerJoin(instruments, eq(instruments.id, bars.instrumentId))
    .where(isNull(bars.supersededAt))
    .groupBy(instruments.ticker)
    .having(sql`max(${bars.sessionDate}) = max(${bars.sessionDate}) filter (where ${ofSource})`)
    .orderBy(asc(instruments.ticker))
  // Every group has a row, hence a newest and an oldest one; drizzle knows of max and min only that they may be null.
  return rows.flatMap(({ ticker, newest, since }) =>
    newest === null || since === null ? [] : [{ ticker, newest, since }],
  )
}
