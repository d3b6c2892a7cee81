import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { heldAt } from './held-at.ts'
import { bars } from './schema/bars.ts'
import { corporateActions } from './schema/corporate-actions.ts'

type ActionRow = typeof corporateActions.$inferSelect
type BarRow = typeof bars.$inferSelect

/** The last bar before an ex-date that is no error by the look of it; what a dividend is measured against. */
export type BarBefore = Pick<BarRow, 'close' | 'basis' | 'recordedAt'> & {
  readonly date: BarRow['sessionDate']
}

/** A dividend or split as stored, with the bar before it; null: no bar that old is held. */
export type HeldAction = Pick<
  ActionRow,
  | 'instrumentId'
  | 'exDate'
  | 'kind'
  | 'amount'
  | 'currency'
  | 'numerator'
  | 'denominator'
  | 'source'
  | 'recordedAt'
> & { readonly before: BarBefore | null }

/** All dividends and splits of the instruments as they stood at an instant (null: now), ascending by ex-date. */
export async function listActions(
  db: Executor,
  instrumentIds: readonly number[],
  asOf: Instant | null,
): Promise<readonly HeldAction[]> {
  const before = db
    .select({
      date: bars.sessionDate,
      close: bars.close,
      basis: bars.basis,
      recordedAt: bars.recordedAt,
    })
    .from(bars)
    .where(
      and(
        eq(bars.instrumentId, corporateActions.instrumentId),
        lt(bars.sessionDate, corporateActions.exDate),
        sql`not ${bars.flags} && '{suspect,off_calendar}'`,
        heldAt(bars, asOf),
      ),
    )
    .orderBy(desc(bars.sessionDate))
    .limit(1)
    .as('before')
  return db
    .select({
      instrumentId: corporateActions.instrumentId,
      exDate: corporateActions.exDate,
      kind: corporateActions.kind,
      amount: corporateActions.amount,
      currency: corporateActions.currency,
      numerator: corporateActions.numerator,
      denominator: corporateActions.denominator,
      source: corporateActions.source,
      recordedAt: corporateActions.recordedAt,
      before: {
        date: before.date,
        close: before.close,
        basis: before.basis,
        recordedAt: before.recordedAt,
      },
    })
    .from(corporateActions)
    .leftJoinLateral(before, sql`true`)
    .where(and(inArray(corporateActions.instrumentId, [...instrumentIds]), heldAt(corporateActions, asOf)))
    .orderBy(asc(corporateActions.exDate))
}
