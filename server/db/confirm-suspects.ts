import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildAdjuster, type StoredBar } from '@oreline/shared/domain/prices/adjust.ts'
import { adjustingActions } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import { closeDifference } from '@oreline/shared/domain/prices/agreement.ts'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { listActions } from './action-history.ts'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { bars } from './schema/bars.ts'
import { secondBars } from './schema/second-bars.ts'

/** Whose bars; `timezone` is that of the exchange, in which a split begins. */
export type SuspectsOf = { readonly instrumentId: number; readonly timezone: TimeZone }

/**
 * Takes the flag `suspect` from final bars for which another source (`second_bars`) has a final close within half a
 * percent, split-adjusted on both sides, and writes `confirmed` instead: a revision with the same figures, source and
 * payload. Gives their number. To be called in the transaction that has stored the second bars.
 */
export async function confirmSuspects(
  revision: Revision,
  { instrumentId, timezone }: SuspectsOf,
): Promise<number> {
  const pairs = await listPairs(revision.tx, instrumentId)
  if (pairs.length === 0) return 0
  const actions = await listActions(revision.tx, [instrumentId], null)
  // Currencies do not matter: only splits are looked at.
  const adjust = buildAdjuster('splits', adjustingActions(actions, { timezone, currency: '' }))
  const closeOf = (bar: StoredBar) => adjust(bar).close
  const days = pairs.flatMap(({ held, second }) => {
    // The revision would read as fetched now: where a split has begun since, only a new answer can say the close.
    const scaleHolds = closeOf({ ...held, recordedAt: revision.recordedAt }) === closeOf(held)
    const agrees = closeDifference(closeOf(held), closeOf(second))?.agrees === true
    return scaleHolds && agrees ? [held.date] : []
  })
  if (days.length === 0) return 0
  return reviseRows(revision, {
    table: 'bars',
    key: ['instrument_id', 'session_date'],
    incoming: sql`
      select distinct ${instrumentId}::smallint as instrument_id, session_date
      from unnest(${arrayLiteral(days)}::date[]) as days(session_date)`,
    changed: sql`'suspect' = any(h.flags)`,
    values: {
      ...Object.fromEntries(unchanged.map((name) => [name, sql`h.${sql.identifier(name)}`])),
      flags: sql`array_append(array_remove(h.flags, 'suspect'), 'confirmed')`,
    },
  })
}

const unchanged = [
  'open',
  'high',
  'low',
  'close',
  'adj_close',
  'volume',
  'status',
  'basis',
  'source',
  'epoch',
  'payload_id',
]

/** Every final bar under suspicion, with each final one of another source on its day; series that came adjusted aside. */
async function listPairs(
  db: Executor,
  instrumentId: number,
): Promise<readonly { readonly held: StoredBar; readonly second: StoredBar }[]> {
  const closeOnly = (table: typeof bars | typeof secondBars) => ({
    date: table.sessionDate,
    open: table.open,
    high: table.high,
    low: table.low,
    close: table.close,
    adjClose: table.adjClose,
    volume: table.volume,
    basis: table.basis,
    flags: table.flags,
    recordedAt: table.recordedAt,
  })
  return db
    .select({ held: closeOnly(bars), second: closeOnly(secondBars) })
    .from(bars)
    .innerJoin(
      secondBars,
      and(
        eq(secondBars.instrumentId, bars.instrumentId),
        eq(secondBars.sessionDate, bars.sessionDate),
        ne(secondBars.source, bars.source),
        isNull(secondBars.supersededAt),
        eq(secondBars.status, 'final'),
        ne(secondBars.basis, 'adjusted'),
      ),
    )
    .where(
      and(
        eq(bars.instrumentId, instrumentId),
        isNull(bars.supersededAt),
        eq(bars.status, 'final'),
        ne(bars.basis, 'adjusted'),
        sql`'suspect' = any(${bars.flags})`,
      ),
    )
}
