/** What a company must publish, by when, and by which rule. Data of the four companies; the arithmetic is below. */
import { tickerSchema, type IsoDate, type Ticker } from '../../kernel/brand.ts'
import { addDays, isWeekday } from '../calendar/wall-clock.ts'
import { lastDayAfter, type PeriodLength, type ReportingPeriod } from './reporting-period.ts'

/** The address of a rule is one a reader can open; it is not asked by Oreline. */
export type Rule = { readonly name: string; readonly url: string }

/** A report about the periods that end with `month`. `by`: how its filings are recognised (past-report.ts). */
export type Duty = {
  readonly kind: 'results' | 'activities'
  readonly by: 'sec' | 'asx' | 'sse'
  readonly length: PeriodLength
  readonly month: number
  /** Calendar days after the period, moved off days on which the SEC is closed; or the last day of a month after it. */
  readonly due: { readonly days: number } | { readonly months: number }
  readonly rule: Rule
}

const form10Q: Rule = {
  name: 'SEC Form 10-Q, General Instruction A: 40 days for a large accelerated filer (next business day by Rule 0-3)',
  url: 'https://www.sec.gov/files/form10-q.pdf',
}
const form10K: Rule = {
  name: 'SEC Form 10-K, General Instruction A: 60 days for a large accelerated filer (next business day by Rule 0-3)',
  url: 'https://www.sec.gov/files/form10-k.pdf',
}
const asxRules = 'https://www.asx.com.au/about/regulation/rules-guidance-notes-and-waivers'
const sseRules = 'https://www.sse.com.cn/lawandrules/sselawsrules/'
const csrcQuarter: Rule = {
  name: 'SSE Listing Rules, periodic reports: a quarterly report within one month',
  url: sseRules,
}

const sec: readonly Duty[] = [
  ...[3, 6, 9].map((month): Duty => ({
    kind: 'results',
    by: 'sec',
    length: 'quarter',
    month,
    due: { days: 40 },
    rule: form10Q,
  })),
  { kind: 'results', by: 'sec', length: 'year', month: 12, due: { days: 60 }, rule: form10K },
]

const lynas: readonly Duty[] = [
  ...[3, 6, 9, 12].map((month): Duty => ({
    kind: 'activities',
    by: 'asx',
    length: 'quarter',
    month,
    due: { months: 1 },
    rule: { name: 'ASX Listing Rule 5.1: one month after the quarter', url: asxRules },
  })),
  {
    kind: 'results',
    by: 'asx',
    length: 'half',
    month: 12,
    due: { months: 2 },
    rule: { name: 'ASX Listing Rule 4.2B (Appendix 4D): two months after the half-year', url: asxRules },
  },
  {
    kind: 'results',
    by: 'asx',
    length: 'year',
    month: 6,
    due: { months: 2 },
    rule: { name: 'ASX Listing Rule 4.3B (Appendix 4E): two months after the year', url: asxRules },
  },
]

const northern: readonly Duty[] = [
  ...[3, 9].map((month): Duty => ({
    kind: 'results',
    by: 'sse',
    length: 'quarter',
    month,
    due: { months: 1 },
    rule: csrcQuarter,
  })),
  {
    kind: 'results',
    by: 'sse',
    length: 'half',
    month: 6,
    due: { months: 2 },
    rule: {
      name: 'CSRC Measures on Information Disclosure by Listed Companies: a half-year report within two months',
      url: sseRules,
    },
  },
  {
    kind: 'results',
    by: 'sse',
    length: 'year',
    month: 12,
    due: { months: 4 },
    rule: {
      name: 'CSRC Measures on Information Disclosure by Listed Companies: an annual report within four months',
      url: sseRules,
    },
  },
]

/** The companies whose duties are known. MP and Energy Fuels end their year in December, Lynas in June. */
export const companyDuties: ReadonlyMap<Ticker, readonly Duty[]> = new Map([
  [tickerSchema.parse('MP'), sec],
  [tickerSchema.parse('LYC.AX'), lynas],
  [tickerSchema.parse('UUUU'), sec],
  [tickerSchema.parse('600111.SS'), northern],
])

/** The last day on which the report may come. Only the SEC's rule moves a day on which nobody works; the others name the day itself. */
export function dueDay({ due }: Pick<Duty, 'due'>, { end }: ReportingPeriod): IsoDate {
  if ('months' in due) return lastDayAfter(end, due.months)
  let day = addDays(end, due.days)
  while (!isWeekday(day) || isVeteransDay(day)) day = addDays(day, 1)
  return day
}

/** Of the federal holidays the only one that a due day, or the weekday after one, can fall on: 9 November 2024 was a Saturday. */
const isVeteransDay = (day: IsoDate): boolean => day.endsWith('-11-11')
