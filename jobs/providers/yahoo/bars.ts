/** Rows to bars: those of the window, one per session, repeats left out, the last trade where no row has it yet. */
import { isFinalAt } from '@oreline/shared/domain/calendar/sessions.ts'
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { barFromRow, isPriced } from './bar-from-row.ts'
import type { ChartContext } from './chart-context.ts'
import { siftRepeats } from './judged-bars.ts'
import { liveBar } from './live-bar.ts'
import { onePerSession } from './one-per-session.ts'
import type { ChartRow } from './rows.ts'

/** `bars` ascend, one per session. The rest is what was left out and why, for gaps and warnings. */
export type ReadBars = {
  readonly bars: readonly Bar[]
  /** One row per day, those without a price included. */
  readonly rows: readonly ChartRow[]
  readonly duplicates: number
  readonly repeats: number
  readonly future: number
}

export function readBars(rows: readonly ChartRow[], context: ChartContext): ReadBars {
  const { query, horizon, today, fetchedAt } = context
  const isFuture = ({ date }: ChartRow): boolean => horizon !== null && date > horizon
  const inWindow = rows.filter((row) => row.date <= query.to && !isFuture(row))
  const single = onePerSession(inWindow, context)
  const statusOn = (date: IsoDate): Bar['status'] =>
    date < today || isFinalAt(query.sessions, date, fetchedAt) ? 'final' : 'provisional'
  const isIndex = query.instrument.kind === 'index'
  const priced = single.rows.filter(isPriced)
  const own = priced.map((row) => barFromRow(row, statusOn(row.date), isIndex))
  const sifted = siftRepeats(own, query.sessions)
  return {
    bars: withLastTrade(sifted.bars, context),
    rows: single.rows,
    duplicates: single.duplicates,
    repeats: sifted.dropped,
    future: rows.filter(isFuture).length,
  }
}

function withLastTrade(bars: readonly Bar[], context: ChartContext): readonly Bar[] {
  const { from, to } = context.query
  const live = liveBar(context)
  if (live === null || live.date < from || live.date > to) return bars
  const newest = bars.at(-1)?.date
  return newest === undefined || live.date > newest ? [...bars, live] : bars
}
