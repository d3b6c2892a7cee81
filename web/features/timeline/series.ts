/** Long rows of prices as the lines of the chart. */
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import type { PriceRow } from '@oreline/shared/api/prices.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import type { LineInk, TimelinePoint, TimelineSeries } from '../../charts/timeline.ts'

/** One line per chosen instrument, in their order; of an instrument without rows an empty one. */
export function seriesOf(
  rows: readonly PriceRow[],
  chosen: readonly InstrumentRow[],
  inkOf: (ticker: Ticker) => LineInk,
): readonly TimelineSeries[] {
  const byTicker = Map.groupBy(rows, (row) => row.ticker)
  return chosen.map(({ ticker, name, calendar, currency }) => {
    const own = byTicker.get(ticker) ?? []
    return {
      ticker,
      name,
      calendar,
      currency: own[0]?.currency ?? currency,
      ink: inkOf(ticker),
      points: own.filter(isOnCalendar).map(pointOf),
    }
  })
}

/** A row on a day without a session is kept, and used for nothing. */
const isOnCalendar = ({ flags }: PriceRow): boolean => !flags.includes('off_calendar')

function pointOf({ date, close, status, source, recorded_at: recordedAt, flags }: PriceRow): TimelinePoint {
  const underReview = flags.includes('suspect')
  return { date, value: underReview ? null : close, status, source, recordedAt, underReview }
}

/** Lines that have sessions but not one price: in USD, those whose exchange rates have not arrived. */
export const seriesWithoutValues = (series: readonly TimelineSeries[]) =>
  series.filter(({ points }) => points.length > 0 && points.every(({ value }) => value === null))
