/**
 * What lies ahead of a company: what it announced, what its own past makes likely, and the last day its rules allow.
 * The best of the three stands for a period, and says which of them it is.
 */
import type { IsoDate, Ticker } from '../../kernel/brand.ts'
import { addDays } from '../calendar/wall-clock.ts'
import type { RecordedCompanyDate } from './company-date.ts'
import { announced, YEAR_OF_WEEKS, type CompanyDate } from './date-ahead.ts'
import { dividendDates, type PastDividend } from './dividend-dates.ts'
import { companyDuties, dueDay, type Duty } from './duty.ts'
import { reportOf, type PastFiling } from './past-report.ts'
import { periodId, periodsEnding, readPeriod, yearBefore, type ReportingPeriod } from './reporting-period.ts'

/** What is held of one company: filings and dividends published by the day asked for, in any order. */
export type CompanyPast = {
  readonly ticker: Ticker
  readonly filings: readonly PastFiling[]
  readonly dividends: readonly PastDividend[]
  readonly recorded: readonly RecordedCompanyDate[]
}

/** So far ahead dates are told: every report of a year once. */
const AHEAD_DAYS = 370
/** A report comes at most so long after its period (an annual report in Shanghai). */
const LONGEST_DUE_DAYS = 125

/** Dates on or after `at`, and announced ones that passed without anything coming of them; ascending. */
export function companyDatesAhead(past: CompanyPast, at: IsoDate): readonly CompanyDate[] {
  const duties = companyDuties.get(past.ticker) ?? []
  const reports = duties.flatMap((duty) =>
    periodsEnding(duty, addDays(at, -LONGEST_DUE_DAYS), addDays(at, AHEAD_DAYS)).flatMap((period) =>
      reportAhead(past, { duty, period }, at),
    ),
  )
  const ids = new Set(reports.map(({ kind, period }) => `${kind} ${period}`))
  const further = past.recorded
    .filter(
      ({ kind, period }) => !ids.has(`${kind} ${period}`) && (kind === 'results' || kind === 'activities'),
    )
    .flatMap((recorded) => (isReported(recorded, past) ? [] : announced(recorded, null, at)))
  return [...reports, ...further, ...dividendDates(past, at)].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  )
}

function reportAhead(
  past: CompanyPast,
  { duty, period }: { readonly duty: Duty; readonly period: ReportingPeriod },
  at: IsoDate,
): CompanyDate[] {
  if (reportOf(duty, period, past.filings) !== null) return []
  const due = dueDay(duty, period)
  const latest = { date: due, source: { ...duty.rule, date: null } }
  const id = periodId(period)
  const said = past.recorded.find((recorded) => recorded.kind === duty.kind && recorded.period === id)
  if (said !== undefined) return announced(said, latest, at)
  if (due < at || due > addDays(at, AHEAD_DAYS)) return []
  const common = { ticker: past.ticker, kind: duty.kind, period: id, passedUnconfirmed: false }
  const before = reportOf(duty, yearBefore(period), past.filings)
  const likely = before === null ? null : earlier(addDays(before.publishedOn, YEAR_OF_WEEKS), due)
  if (before === null || likely === null || likely < at || likely <= period.end) {
    return [
      {
        ...common,
        basis: 'deadline',
        date: due,
        precision: 'on-or-before',
        note:
          before === null
            ? null
            : `a year before it came on ${before.publishedOn}; by that it is late already`,
        source: latest.source,
        latest: null,
      },
    ]
  }
  return [
    {
      ...common,
      basis: 'estimated',
      date: likely,
      precision: 'approximate',
      note: `a year before it came on ${before.publishedOn}`,
      source: {
        name: `${before.form} of ${before.publishedOn}: ${before.title}`,
        url: before.url,
        date: before.publishedOn,
      },
      latest,
    },
  ]
}

/** Whether what an operator announced for a period of a known duty has come. */
function isReported({ kind, period }: RecordedCompanyDate, { ticker, filings }: CompanyPast): boolean {
  const named = readPeriod(period)
  const duty = (companyDuties.get(ticker) ?? []).find(
    (one) => one.kind === kind && one.length === named?.length && one.month === Number(named.end.slice(5, 7)),
  )
  return duty !== undefined && named !== null && reportOf(duty, named, filings) !== null
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other)
