import type { HaltNotice } from '@oreline/shared/domain/filings/halts.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import { bars } from './schema/bars.ts'
import { filings } from './schema/filings.ts'

type Owned<T> = T & { readonly instrumentId: number }

/** What the exchanges have published about halts and their ends, ascending by day. */
export async function listHaltNotices(
  db: Executor,
  instrumentIds: readonly number[],
): Promise<readonly Owned<HaltNotice>[]> {
  const { instrumentId, title, publishedOn, publishedAt, url } = filings
  return db
    .select({ instrumentId, title, publishedOn, publishedAt, url })
    .from(filings)
    .where(
      and(
        eq(filings.category, 'trading-halt'),
        eq(filings.removedUpstream, false),
        isNull(filings.supersededAt),
        sql`${instrumentId} = any(${arrayLiteral(instrumentIds)}::smallint[])`,
      ),
    )
    .orderBy(asc(publishedOn))
}

/** Sessions on which the instruments have a bar without a trade: volume 0, the price of the session before. */
export async function listUntradedSessions(
  db: Executor,
  instrumentIds: readonly number[],
): Promise<readonly Owned<{ readonly date: IsoDate }>[]> {
  if (instrumentIds.length === 0) return []
  return db
    .select({ instrumentId: bars.instrumentId, date: bars.sessionDate })
    .from(bars)
    .where(
      and(
        inArray(bars.instrumentId, [...instrumentIds]),
        isNull(bars.supersededAt),
        sql`'no_trade' = any(${bars.flags})`,
      ),
    )
}
