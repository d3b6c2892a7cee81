/** Filings as ticks: one lane per ticker, one tick per day, heavier where the exchange called a filing price-sensitive. */
import type { FilingRow } from '@oreline/shared/api/filings.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { firstAtOrAfter } from './thinning.ts'
import { dayMs } from './time-scale.ts'
import type { TimeWindow } from './time-scale.ts'
import type { ChartSeries } from './timeline.ts'

/** The filings of one ticker on one day, price-sensitive ones first. */
export type FilingDay = {
  readonly ticker: string
  readonly date: IsoDate
  readonly ms: number
  readonly sensitive: boolean
  readonly filings: readonly FilingRow[]
}

/** Days ascend. */
export type FilingLane = { readonly series: ChartSeries; readonly days: readonly FilingDay[] }

/** One lane per series that has filings, in the order of the series. */
export function filingLanes(
  series: readonly ChartSeries[],
  filings: readonly FilingRow[],
): readonly FilingLane[] {
  const byTicker = Map.groupBy<string, FilingRow>(filings, ({ ticker }) => ticker)
  return series.flatMap((one) => {
    const own = byTicker.get(one.ticker)
    return own === undefined ? [] : [{ series: one, days: filingDays(one.ticker, own) }]
  })
}

/** The day nearest to a moment, at most `reach` away; null when there is none. */
export function filingDayNear(lane: FilingLane, ms: number, reach: number): FilingDay | null {
  const place = firstAtOrAfter(lane.days, ms)
  const near = [lane.days[place - 1], lane.days[place]]
    .filter((day) => day !== undefined)
    .filter((day) => Math.abs(day.ms - ms) <= reach)
  return near.toSorted((one, other) => Math.abs(one.ms - ms) - Math.abs(other.ms - ms))[0] ?? null
}

/** All days of all lanes that can be reached, in order of time; of one day the upper lane first. */
export function filingDaysInOrder(
  lanes: readonly FilingLane[],
  { from, to }: TimeWindow,
): readonly FilingDay[] {
  return lanes
    .flatMap(({ days }) => days)
    .filter(({ ms }) => ms >= from && ms < to)
    .toSorted((one, other) => one.ms - other.ms)
}

function filingDays(ticker: string, filings: readonly FilingRow[]): readonly FilingDay[] {
  const byDay = Map.groupBy(filings, ({ published_on }) => published_on)
  return [...byDay]
    .map(([date, ofDay]) => ({
      ticker,
      date,
      ms: dayMs(date),
      sensitive: ofDay.some(({ price_sensitive }) => price_sensitive === true),
      filings: ofDay.toSorted((one, other) => weight(other) - weight(one)),
    }))
    .toSorted((one, other) => one.ms - other.ms)
}

const weight = ({ price_sensitive }: FilingRow) => (price_sensitive === true ? 1 : 0)
