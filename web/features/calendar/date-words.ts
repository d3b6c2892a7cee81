/** Kinds, precision and basis of a date in words. */
import type { CalendarDate, CalendarKind } from '@oreline/shared/domain/policy/calendar-date.ts'
import type { ScheduledPrecision } from '@oreline/shared/domain/policy/expected-precision.ts'
import { formatAmount, formatDay, formatMonth } from '../../ui/format.ts'
import { scheduledWords } from '../../ui/policy-words.ts'

export const kindWords: Readonly<Record<CalendarKind, string>> = {
  ...scheduledWords,
  results: 'Results',
  activities: 'Activities report',
  'ex-date': 'Ex-dividend date',
  payment: 'Dividend payment',
}

/** How a date of a company is known; of policy the catalogue’s confidence says it. */
export function trustWords({ basis, confidence }: CalendarDate): string {
  switch (basis) {
    case 'catalogue':
      return confidence === 'known' ? 'general knowledge, not checked' : 'verified'
    case 'announced':
      return 'announced by the company'
    case 'estimated':
      return 'estimated from a year before'
    case 'deadline':
      return 'last day the rules allow'
  }
}

/** As exactly as it is known. */
export function whenWords({ date, precision }: Pick<CalendarDate, 'date' | 'precision'>): string {
  switch (precision) {
    case 'day':
      return formatDay(date)
    case 'month':
      return formatMonth(date)
    case 'year':
      return date.slice(0, 4)
    case 'approximate':
      return `about ${formatDay(date)}`
    case 'on-or-before':
      return `by ${formatDay(date)}`
  }
}

/** How far off it is: to the day only where the day is set. */
export function distanceWords({ days_left: left, precision }: CalendarDate): string {
  if (left < 0) return `${formatAmount(-left, 'day', 'days')} ago`
  const far =
    left > 120 ? formatAmount(Math.round(left / 30.44), 'month', 'months') : formatAmount(left, 'day', 'days')
  switch (precision) {
    case 'day':
      return left === 0 ? 'today' : `in ${formatAmount(left, 'day', 'days')}`
    case 'approximate':
      return `in about ${far}`
    case 'month':
    case 'year':
    case 'on-or-before':
      return `within ${far}`
  }
}

/** How exact a date is, for whoever records one. */
export const precisionWords: Readonly<Record<ScheduledPrecision, string>> = {
  day: 'that very day',
  month: 'some day of that month',
  year: 'some day of that year',
  approximate: 'about that day',
}

/** Where the row of a date stands on the page, for a link within it. */
export const rowId = ({ id }: Pick<CalendarDate, 'id'>): string => `date-${id.replaceAll(/[^\w-]/g, '_')}`
