/** Ex-dates and payments ahead: announced ones, and ex-dates a year after those that are held. */
import type { IsoDate, Ticker } from '../../kernel/brand.ts'
import { addDays, daysBetween } from '../calendar/wall-clock.ts'
import type { RecordedCompanyDate } from './company-date.ts'
import { announced, YEAR_OF_WEEKS, type CompanyDate } from './date-ahead.ts'

/** A dividend as the store has it. `source`: who said so, and its page (null: it was shipped). */
export type PastDividend = {
  readonly exDate: IsoDate
  readonly source: { readonly name: string; readonly url: string | null }
}

/** A dividend this near to an expected one is that one: boards meet some weeks earlier or later each year. */
const SAME_DAYS = 60

/** Nothing for a company of which no dividend is held: that is no forecast that it will pay none. */
export function dividendDates(
  {
    ticker,
    dividends,
    recorded,
  }: {
    readonly ticker: Ticker
    readonly dividends: readonly PastDividend[]
    readonly recorded: readonly RecordedCompanyDate[]
  },
  at: IsoDate,
): readonly CompanyDate[] {
  const exDates = dividends.map(({ exDate }) => exDate)
  const said = recorded.filter(({ kind }) => kind === 'ex-date' || kind === 'payment')
  const known = [...exDates, ...said.filter(({ kind }) => kind === 'ex-date').map(({ date }) => date)]
  const told = said
    .flatMap((date) => announced(date, null, at))
    .filter(
      ({ kind, date, passedUnconfirmed }) =>
        !passedUnconfirmed || (kind === 'ex-date' && !exDates.some((one) => isNear(one, date, 7))),
    )
  const likely = dividends.flatMap(({ exDate, source }): CompanyDate[] => {
    const date = addDays(exDate, YEAR_OF_WEEKS)
    const hasCome = known.some((one) => one !== exDate && isNear(one, date, SAME_DAYS))
    if (date < at || exDate > at || hasCome) return []
    return [
      {
        ticker,
        kind: 'ex-date',
        period: `after-${exDate}`,
        basis: 'estimated',
        date,
        precision: 'approximate',
        note: `a year before it was ${exDate}`,
        source: { ...source, date: exDate },
        latest: null,
        passedUnconfirmed: false,
      },
    ]
  })
  return [...told, ...likely]
}

const isNear = (one: IsoDate, other: IsoDate, days: number): boolean =>
  Math.abs(daysBetween(one, other)) <= days
