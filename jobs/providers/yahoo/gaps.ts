import { isFinalAt, sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import type { Bar, BarGap } from '@oreline/shared/domain/prices/bar.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { ChartContext, ChartQuery } from './chart-context.ts'
import type { ChartRow } from './rows.ts'
import { sessionDateOf } from './session-date.ts'

/** Sessions from `from` to the query's end of which a final bar could be had when the answer was fetched, ascending. */
export function sessionsOver(
  { sessions, to }: ChartQuery,
  from: IsoDate,
  fetchedAt: Instant,
): readonly IsoDate[] {
  const all = sessionsBetween(sessions, from, to)
  return all.slice(0, all.findLastIndex((date) => isFinalAt(sessions, date, fetchedAt)) + 1)
}

/** From when on a missing session is a gap: not before the line was listed, nor before the first price after a blank start. */
export function coveredFrom(rows: readonly ChartRow[], context: ChartContext): IsoDate {
  const firstPriced = rows[0]?.close === null ? rows.find(({ close }) => close !== null)?.date : undefined
  return [listedFrom(context), firstPriced ?? context.query.from].reduce(later)
}

/** The first day of the window on which the line was listed. */
export function listedFrom({ query, meta, dayIn }: ChartContext): IsoDate {
  const stamp = meta.firstTradeDate ?? null
  return stamp === null ? query.from : later(sessionDateOf(stamp, dayIn).date, query.from)
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

/** The sessions among `over` without a final bar: `null_ohlc` where the answer has the day without a price. */
export function gapsIn(
  over: readonly IsoDate[],
  bars: readonly Bar[],
  rows: readonly ChartRow[],
): readonly BarGap[] {
  const held = new Set(bars.flatMap(({ date, status }) => (status === 'final' ? [date] : [])))
  const blank = new Set(rows.flatMap(({ date, close }) => (close === null ? [date] : [])))
  return over
    .filter((date) => !held.has(date))
    .map((date) => ({ date, reason: blank.has(date) ? 'null_ohlc' : 'missing' }))
}
