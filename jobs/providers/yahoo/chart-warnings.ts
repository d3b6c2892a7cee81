import type { BarFlag, QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Warning } from '@oreline/shared/kernel/outcome.ts'
import type { ReadBars } from './bars.ts'
import type { ChartResult } from './chart.ts'
import type { ChartContext } from './chart-context.ts'
import { listedFrom } from './gaps.ts'
import type { ChartRow, ChartRows } from './rows.ts'

type Accepted = {
  readonly history: QuoteHistory
  readonly read: ChartRows
  readonly seen: ReadBars
  readonly result: ChartResult
  readonly context: ChartContext
}

/** What is odd in an answer that was accepted, by row of the ugly list; oddities that did not occur are left out. */
export function warningsOf({ history, read, seen, result, context }: Accepted): readonly Warning[] {
  const { bars, gaps } = history
  const { unit, query } = context
  const flagged = (flag: BarFlag): number => bars.filter(({ flags }) => flags.includes(flag)).length
  const reasons = (reason: string): number => gaps.filter((gap) => gap.reason === reason).length
  const isIndex = query.instrument.kind === 'index'
  const isLimited = query.instrument.price_limit_percent !== undefined
  const start = listedFrom(context)
  const counted: readonly (readonly [code: string, count: number, detail: string])[] = [
    ['Q01', reasons('null_ohlc'), 'sessions without a price'],
    ['Q02', flagged('close_only'), 'closes without open, high and low'],
    ['Q04', reasons('missing'), 'sessions missing'],
    ['Q06', seen.duplicates, 'rows of a day given twice'],
    ['Q07', seen.repeats, 'rows that repeat the day before'],
    ['Q08', seen.future, 'rows dated in the future'],
    ['Q09', flagged('utc_midnight'), 'rows stamped with midnight UTC'],
    ['Q12', result.indicators.adjclose === undefined ? 1 : 0, 'no adjusted closes'],
    ['Q13', flagged('adj_missing'), 'adjusted closes missing or impossible'],
    ['Q20', unit.per === 1 ? 0 : 1, `prices in hundredths of ${unit.currency}`],
    ['Q26', read.missingCells, 'cells missing at the end of a column'],
    ['Q27', read.outOfOrder, 'stamps out of order'],
    ['Q32', flagged('no_trade'), 'days without trade'],
    ['Q33', isIndex ? 0 : seen.rows.filter(movedWithoutVolume).length, 'volumes of 0 on days with a range'],
    ['Q35', flagged('hl_inconsistent'), 'highs or lows that cannot be'],
    [isLimited ? 'Q38' : 'Q37', flagged('suspect'), 'closes under review'],
    ['Q43', start > query.from ? 1 : 0, `history starts ${start}`],
    ['K02', flagged('off_calendar'), 'rows on days without a session'],
  ]
  return counted.flatMap(([code, count, detail]) => (count > 0 ? [{ code, count, detail }] : []))
}

const movedWithoutVolume = ({ volume, high, low }: ChartRow): boolean =>
  volume === 0 && high !== null && low !== null && high > low
