/** A date of a company as a row of the calendar. */
import type { IsoDate } from '../../kernel/brand.ts'
import { daysBetween } from '../calendar/wall-clock.ts'
import type { CalendarDate, Recorded } from '../policy/calendar-date.ts'
import { lastDayOf } from '../policy/schedule.ts'
import type { CompanyDateKind } from './company-date.ts'
import type { CompanyDate } from './date-ahead.ts'
import { readPeriod } from './reporting-period.ts'

/** `name`: the company's; `recorded`: the revision of an announced date, nulls for one that is worked out. */
export function calendarRowOf(
  { ticker, passedUnconfirmed, ...date }: CompanyDate,
  { name, recorded }: { readonly name: string; readonly recorded: Recorded },
  at: IsoDate,
): CalendarDate {
  const lastDay = date.precision === 'on-or-before' ? date.date : lastDayOf[date.precision](date.date)
  return {
    ...date,
    id: [ticker, date.kind, date.period].join('.'),
    event: null,
    ticker,
    title: `${name}: ${subjectOf(date.kind, date.period)}`,
    last_day: lastDay,
    days_left: daysBetween(at, lastDay),
    passed_unconfirmed: passedUnconfirmed,
    confidence: null,
    provision: null,
    state: null,
    jurisdiction: null,
    instrument_type: null,
    stages: [],
    elements: [],
    tickers: [ticker],
    context_only: false,
    ...recorded,
  }
}

function subjectOf(kind: CompanyDateKind, period: string): string {
  const named = readPeriod(period)
  const of = named === null ? '' : ` for the ${lengthWords[named.length]} to ${named.end}`
  switch (kind) {
    case 'results':
      return `results${of}`
    case 'activities':
      return `activities report${of}`
    case 'ex-date':
      return 'shares trade without the dividend'
    case 'payment':
      return 'dividend is paid'
  }
}

const lengthWords = { quarter: 'quarter', half: 'half-year', year: 'year' } as const
