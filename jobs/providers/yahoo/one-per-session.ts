import { isFinalAt, sessionOn } from '@oreline/shared/domain/calendar/sessions.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { ChartContext } from './chart-context.ts'
import type { ChartRow } from './rows.ts'

/** `duplicates`: how many rows gave way to another of the same day. */
export type OnePerSession = { readonly rows: readonly ChartRow[]; readonly duplicates: number }

/**
 * One row per day of rows that ascend by stamp. Yahoo sends the newest day twice, stamped with the open and with the
 * last trade: the later one is kept, unless the session is over and the row of the open already has the last price.
 */
export function onePerSession(
  rows: readonly ChartRow[],
  { query: { sessions }, meta, fetchedAt }: ChartContext,
): OnePerSession {
  const byDate = new Map<string, ChartRow>()
  for (const row of rows) {
    const held = byDate.get(row.date)
    byDate.set(row.date, held === undefined ? row : better(held, row))
  }
  return { rows: [...byDate.values()], duplicates: rows.length - byDate.size }

  function better(earlier: ChartRow, later: ChartRow): ChartRow {
    if (later.close === null) return earlier
    if (earlier.close === null || !isFinalAt(sessions, later.date, fetchedAt)) return later
    return isOpenStamped(earlier) && equalsLastPrice(earlier.close) ? earlier : later
  }

  function isOpenStamped(row: ChartRow): boolean {
    const session = sessionOn(sessions, row.date)
    return typeof session === 'object' && epochMs(session.openAt) === row.stamp * 1_000
  }

  function equalsLastPrice(close: number): boolean {
    const last = meta.regularMarketPrice ?? null
    return last !== null && Math.abs(close / last - 1) < 1e-4
  }
}
