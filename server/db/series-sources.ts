/** Which source an operator has chosen for a price series. */
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { eq } from 'drizzle-orm'
import type { Db, Executor } from './client.ts'
import { withRevision } from './revision.ts'
import { instruments } from './schema/instruments.ts'
import { seriesSources } from './schema/series-sources.ts'

/** By ticker; a series without one goes by the usual order. */
export async function listChosenSources(db: Executor): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ ticker: instruments.ticker, source: seriesSources.source })
    .from(seriesSources)
    .innerJoin(instruments, eq(instruments.id, seriesSources.instrumentId))
  return new Map(rows.map(({ ticker, source }) => [ticker, source]))
}

/** Chooses, or with `source` null goes back to the usual order; jobs see it with their next run. */
export async function chooseSource(
  db: Db,
  clock: Clock,
  { instrumentId, source }: { readonly instrumentId: number; readonly source: string | null },
): Promise<void> {
  await withRevision(db, { scope: 'reference', clock }, async ({ tx, recordedAt }) => {
    await tx.delete(seriesSources).where(eq(seriesSources.instrumentId, instrumentId))
    if (source !== null) await tx.insert(seriesSources).values({ instrumentId, source, chosenAt: recordedAt })
    return 1
  })
}
