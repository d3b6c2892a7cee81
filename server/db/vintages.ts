import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { bars } from './schema/bars.ts'
import { rawPayloads } from './schema/raw-payloads.ts'

/** A revision of a bar; `fetchedAt`: when the answer behind it came, null: none is kept. */
export type Vintage = typeof bars.$inferSelect & {
  readonly fetchedAt: typeof rawPayloads.$inferSelect.fetchedAt | null
}

/** Every revision of one bar, oldest first. */
export async function listVintages(
  db: Executor,
  { instrumentId, date }: { readonly instrumentId: number; readonly date: IsoDate },
): Promise<readonly Vintage[]> {
  return db
    .select({ ...getTableColumns(bars), fetchedAt: rawPayloads.fetchedAt })
    .from(bars)
    .leftJoin(rawPayloads, eq(rawPayloads.id, bars.payloadId))
    .where(and(eq(bars.instrumentId, instrumentId), eq(bars.sessionDate, date)))
    .orderBy(asc(bars.revision))
}
