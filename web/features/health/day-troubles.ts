/** What may be wrong with single days: sources that disagree, sessions without a price, calendars that end. */
import type { HorizonRow } from '@oreline/shared/api/calendar-overrides.ts'
import type { DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import type { GapRow } from '@oreline/shared/api/gaps.ts'
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import { calendarIdSchema, type IsoDate, type Ticker } from '@oreline/shared/kernel/brand.ts'
import { formatAmount, formatDay, formatShortDay } from '../../ui/format.ts'
import { exchangeWords } from '../../ui/policy-words.ts'
import type { RecentDays } from './health-rows.ts'
import { sortGaps } from './trailing-gaps.ts'
import { listed, type Trouble } from './trouble.ts'

type Dated = { readonly ticker: Ticker; readonly date: IsoDate }

/** Disagreements of the last five sessions; of a ticker nobody knows the exchange of, all. */
export function disagreementTroubles(
  rows: readonly DisagreementRow[],
  series: readonly SeriesRow[],
  { sessionsFrom }: RecentDays,
): readonly Trouble[] {
  const recent = rows.filter(({ ticker, date }) => {
    const calendar = series.find((one) => one.ticker === ticker)?.calendar
    const from = calendar === undefined ? 'unknown' : sessionsFrom(calendar)
    return from === 'unknown' || date >= from
  })
  if (recent.length === 0) return []
  const days = listed(recent.map(dayOf))
  return [
    { weight: 'doubt', words: `Sources disagree about recent sessions: ${days}`, place: 'disagreements' },
  ]
}

/** Holes younger than ten days (not what follows the end of a series, which is old then), and days on which a whole exchange has no price: the calendar may be wrong then. */
export function gapTroubles(
  rows: readonly GapRow[],
  series: readonly SeriesRow[],
  { daysFrom }: RecentDays,
): readonly Trouble[] {
  const holes = sortGaps(rows, series).rest.filter(({ kind, date }) => kind === 'hole' && date > daysFrom)
  const closures = rows.filter(({ kind }) => kind === 'closure')
  const exchanges = listed(
    closures.map(({ ticker, date }) => {
      const calendar = series.find((one) => one.ticker === ticker)?.calendar
      return `${calendar === undefined ? ticker : exchangeWords[calendar]} ${formatDay(date)}`
    }),
  )
  return [
    ...(holes.length === 0
      ? []
      : [
          {
            weight: 'wrong',
            words: `${formatAmount(holes.length, 'recent session has', 'recent sessions have')} no price: ${listed(holes.map(dayOf))}`,
            place: 'gaps',
          } as const,
        ]),
    ...(closures.length === 0
      ? []
      : [
          {
            weight: 'decide',
            words: `Nothing was traded on a session by the calendar, which may be wrong: ${exchanges}`,
            place: 'gaps',
          } as const,
        ]),
  ]
}

export function calendarTroubles(rows: readonly HorizonRow[]): readonly Trouble[] {
  if (rows.length === 0) return [{ weight: 'doubt', words: 'No calendar is held', place: 'calendars' }]
  return rows
    .filter(({ warn }) => warn)
    .map(({ calendar, name, confirmed_through: end, days_left: left }) => ({
      weight: left <= 0 ? 'wrong' : 'ahead',
      words:
        left <= 0
          ? `The calendar of ${placeOf(calendar, name)} ended on ${formatDay(end)}`
          : `The calendar of ${placeOf(calendar, name)} ends on ${formatDay(end)}, in ${formatAmount(left, 'day', 'days')}`,
      place: 'calendars',
    }))
}

/** An exchange by its city, as elsewhere on the page; the ECB's calendar by its name. */
function placeOf(calendar: string, name: string): string {
  const exchange = calendarIdSchema.safeParse(calendar).data
  return exchange === undefined ? name : exchangeWords[exchange]
}

const dayOf = ({ ticker, date }: Dated) => `${ticker} ${formatShortDay(date)}`
