/**
 * Rows of a vendor that names each day once and prices as traded, to one `QuoteHistory`: what Tencent, Eastmoney and
 * EODHD have in common. Their ex-dates are not told, and raw closes jump on them.
 */
import { isFinalAt, nextSession } from '@oreline/shared/domain/calendar/sessions.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Bar, BarFlag, QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { Reading } from '../define-provider.ts'
import { schemaBroken } from '../read-json.ts'
import { barFromRow } from '../yahoo/bar-from-row.ts'
import type { ChartQuery } from '../yahoo/chart-context.ts'
import { gapsIn, sessionsOver } from '../yahoo/gaps.ts'
import { markSuspects, siftRepeats } from '../yahoo/judged-bars.ts'
import { isMisordered } from './column-order.ts'
import type { DailyRow } from './daily-row.ts'

/** `warnings` are the vendor's own oddities; those of the bars are added. */
export type DailyRows = {
  readonly rows: readonly DailyRow[]
  readonly rejects: readonly Reject[]
  readonly warnings: readonly Warning[]
}

/** Prices and volumes of one answer over the query's window; no rows where there were sessions is no proof of emptiness. */
export function readDailyRows(
  { rows, rejects, warnings }: DailyRows,
  query: ChartQuery,
  fetchedAt: Instant,
): Reading<QuoteHistory> {
  const count = rows.length + rejects.length
  if (rejects.length > count / 5) return schemaBroken(`${rejects.length} of ${count} rows are bad`)
  if (isMisordered(rows))
    return { ...schemaBroken('column-order: lows lie above other prices of their day'), urgent: true }
  const over = sessionsOver(query, query.from, fetchedAt)
  if (count === 0) return over.length === 0 ? { kind: 'empty' } : schemaBroken(noRows(over.length))

  const { kept, duplicates, future } = onePerDay(rows, query, fetchedAt)
  const isIndex = query.instrument.kind === 'index'
  const statusOn = statuses(query, fetchedAt)
  const read = kept.map((row) => rawBar(row, statusOn(row.date), isIndex))
  const { bars: sifted, dropped } = siftRepeats(read, query.sessions)
  const bars = markSuspects(sifted, [], query.instrument)
  const history = { bars, actions: [], gaps: gapsIn(over, bars, []), asOf: fetchedAt }
  const odd = oddities(bars, query, { duplicates, future, repeats: dropped })
  return {
    kind: 'ok',
    items: [history],
    complete: true,
    warnings: [...warnings, ...odd],
    rejects,
    next: [],
  }
}

const noRows = (sessions: number): string => `no rows for ${sessions} sessions`

const rawBar = (row: DailyRow, status: Bar['status'], isIndex: boolean): Bar => ({
  ...barFromRow({ ...row, utcMidnight: false, adjHole: false }, status, isIndex),
  basis: 'raw',
})

function statuses({ sessions }: ChartQuery, fetchedAt: Instant): (date: IsoDate) => Bar['status'] {
  const today = dateIn(sessions.calendar.timezone, fetchedAt)
  return (date) => (date < today || isFinalAt(sessions, date, fetchedAt) ? 'final' : 'provisional')
}

/** Ascending, inside the window; of a day given twice the later row. */
function onePerDay(rows: readonly DailyRow[], { sessions, from, to }: ChartQuery, fetchedAt: Instant) {
  const next = nextSession(sessions, dateIn(sessions.calendar.timezone, fetchedAt))
  const isFuture = ({ date }: DailyRow): boolean => next !== 'unknown' && date > next
  const inWindow = rows.filter((row) => row.date >= from && row.date <= to && !isFuture(row))
  const byDate = new Map(inWindow.map((row) => [row.date, row]))
  return {
    kept: [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    duplicates: inWindow.length - byDate.size,
    future: rows.filter(isFuture).length,
  }
}

function oddities(
  bars: readonly Bar[],
  { instrument }: ChartQuery,
  { duplicates, future, repeats }: Readonly<Record<'duplicates' | 'future' | 'repeats', number>>,
): readonly Warning[] {
  const flagged = (flag: BarFlag): number => bars.filter(({ flags }) => flags.includes(flag)).length
  const counted: readonly (readonly [code: string, count: number, detail: string])[] = [
    ['Q06', duplicates, 'rows of a day given twice'],
    ['Q07', repeats, 'rows that repeat the day before'],
    ['Q08', future, 'rows dated in the future'],
    ['Q32', flagged('no_trade'), 'days without trade'],
    ['Q35', flagged('hl_inconsistent'), 'highs or lows that cannot be'],
    [instrument.price_limit_percent === undefined ? 'Q37' : 'Q38', flagged('suspect'), 'closes under review'],
    ['K02', flagged('off_calendar'), 'rows on days without a session'],
  ]
  return counted.flatMap(([code, count, detail]) => (count > 0 ? [{ code, count, detail }] : []))
}
