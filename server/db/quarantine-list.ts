import { desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { instruments } from './schema/instruments.ts'
import { quarantine } from './schema/quarantine.ts'

const { history, instrumentId: _, ...columns } = getTableColumns(quarantine)

/** A quarantined answer without its rows; `hasRows`: it has some. */
export type QuarantinedAnswer = Omit<typeof quarantine.$inferSelect, 'history' | 'instrumentId'> & {
  readonly ticker: string
  readonly hasRows: boolean
}

/** Newest first, at most `limit`; `open`: those that wait for a decision. */
export async function listQuarantine(
  db: Executor,
  { state, limit }: { readonly state: 'open' | 'all'; readonly limit: number },
): Promise<readonly QuarantinedAnswer[]> {
  return select(db)
    .where(state === 'open' ? isNull(quarantine.decidedAt) : undefined)
    .orderBy(desc(quarantine.id))
    .limit(limit)
}

/** null: there is none of that number. */
export async function findQuarantined(db: Executor, id: number): Promise<QuarantinedAnswer | null> {
  const [row] = await select(db).where(eq(quarantine.id, id))
  return row ?? null
}

const select = (db: Executor) =>
  db
    .select({
      ...columns,
      ticker: instruments.ticker,
      hasRows: sql<boolean>`${history} is not null`,
    })
    .from(quarantine)
    .innerJoin(instruments, eq(instruments.id, quarantine.instrumentId))
    .$dynamic()
