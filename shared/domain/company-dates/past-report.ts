/** Finds, among a company's filings, the report about a period: by form where there are forms, else by headline. */
import type { IsoDate, Ticker } from '../../kernel/brand.ts'
import { addDays } from '../calendar/wall-clock.ts'
import type { FilingCategory } from '../filings/filing.ts'
import { baseForm } from '../filings/sec-forms.ts'
import { matchingTitle } from '../filings/sse-category.ts'
import { dueDay, type Duty } from './duty.ts'
import type { ReportingPeriod } from './reporting-period.ts'

/** A filing as the store has it. `reportDate`: the last day of what it is about, where the source says so. */
export type PastFiling = {
  readonly ticker: Ticker
  readonly form: string
  readonly category: FilingCategory | (string & {})
  readonly title: string
  readonly publishedOn: IsoDate
  readonly url: string | null
  readonly reportDate: string | null
}

/** A late report is still the report of its period; so many days after the last day allowed it is taken for the next one's. */
const LATE_DAYS = 31

/** The filing by which the period's figures became known; null: none is held. `filings` are of one company, in any order. */
export function reportOf(
  duty: Duty,
  period: ReportingPeriod,
  filings: readonly PastFiling[],
): PastFiling | null {
  const last = addDays(dueDay(duty, period), LATE_DAYS)
  const inTime = filings
    .filter(({ publishedOn }) => publishedOn > period.end && publishedOn <= last)
    .toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0))
  switch (duty.by) {
    case 'sec':
      return secReport(duty, period, inTime)
    case 'asx':
      return inTime.find(({ title }) => isAsxReport(duty, title)) ?? null
    case 'sse':
      return inTime.find(({ title }) => isShanghaiReport(period, title)) ?? null
  }
}

/**
 * Figures come with an 8-K (item 2.02), mostly before the 10-Q or 10-K: of several the last one not after that report,
 * for an earlier one may be a forecast.
 */
function secReport(
  { length }: Duty,
  period: ReportingPeriod,
  filings: readonly PastFiling[],
): PastFiling | null {
  const wanted = length === 'year' ? '10-K' : '10-Q'
  const report = filings.find(
    ({ form, reportDate }) => baseForm(form) === wanted && reportDate === period.end,
  )
  const releases = filings.filter(
    ({ form, category, publishedOn }) =>
      form === '8-K' && category === 'results' && (report === undefined || publishedOn <= report.publishedOn),
  )
  return releases.at(-1) ?? report ?? null
}

/** A headline that only says when a report will come is none. */
const asxNotice = /webcast|teleconference|conference call|briefing|release date|results date|notice of/i

const asxHeadlines: Readonly<Record<`${Duty['kind']}-${Duty['length']}`, RegExp | null>> = {
  'activities-quarter':
    /quarterly (activities|operations|production)?\s*(report|update|results)|quarterly report/i,
  'results-half': /appendix 4d|half[- ]year(ly)? (financial )?(report|results|accounts)/i,
  'results-year':
    /appendix 4e|full[- ]year (financial |statutory )?(report|results|accounts)|preliminary final report|annual (financial )?(report|results)/i,
  'activities-half': null,
  'activities-year': null,
  'results-quarter': null,
}

const isAsxReport = ({ kind, length }: Duty, title: string): boolean =>
  asxHeadlines[`${kind}-${length}`]?.test(title) === true && !asxNotice.test(title)

const shanghaiNames: Readonly<Record<string, string>> = {
  'quarter-03': '第一季度',
  'half-06': '半年度',
  'quarter-09': '第三季度',
  'year-12': '年度',
}

/** `2025年第三季度报告`, whatever stands before it and whichever form of it follows; not notices about one. */
function isShanghaiReport({ length, end }: ReportingPeriod, title: string): boolean {
  const name = shanghaiNames[`${length}-${end.slice(5, 7)}`]
  if (name === undefined) return false
  return new RegExp(`${end.slice(0, 4)}年?${name}报告(全文|正文|摘要)?$`, 'u').test(matchingTitle(title))
}
