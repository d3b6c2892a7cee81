/** A date of a company that lies ahead, as it is told. */
import type { IsoDate, Ticker } from '../../kernel/brand.ts'
import type { ScheduledPrecision } from '../policy/expected-precision.ts'
import { lastDayOf } from '../policy/schedule.ts'
import type { CompanyDateBasis, CompanyDateKind, RecordedCompanyDate } from './company-date.ts'

/** Where a date is from. `date`: of the page or filing; null: a rule, which holds without one. */
export type DateSource = { readonly name: string; readonly url: string | null; readonly date: IsoDate | null }

/**
 * `on-or-before`: the date is the last possible day, not the likely one. `latest`: the last day the rules allow, beside a
 * date that is earlier; null: none is known. `passedUnconfirmed`: announced, passed, and nothing came of it in the store.
 */
export type CompanyDate = {
  readonly ticker: Ticker
  readonly kind: CompanyDateKind
  readonly period: string
  readonly basis: CompanyDateBasis
  readonly date: IsoDate
  readonly precision: ScheduledPrecision | 'on-or-before'
  readonly note: string | null
  readonly source: DateSource
  readonly latest: { readonly date: IsoDate; readonly source: DateSource } | null
  readonly passedUnconfirmed: boolean
}

/** Fifty-two weeks: companies report on the same weekday a year later, not on the same date. */
export const YEAR_OF_WEEKS = 364

/** A recorded date as it stands on a day; one that has passed is unconfirmed, for nothing came of it. */
export function announced(
  recorded: RecordedCompanyDate,
  latest: CompanyDate['latest'],
  at: IsoDate,
): CompanyDate[] {
  const { source, ...date } = recorded
  return [
    {
      ...date,
      basis: 'announced',
      source,
      latest,
      passedUnconfirmed: lastDayOf[recorded.precision](recorded.date) < at,
    },
  ]
}
