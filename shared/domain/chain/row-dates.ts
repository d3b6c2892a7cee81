/** Dates that stand for a span: the first day of it where something began, the last where something is expected. */
import type { IsoDate } from '../../kernel/brand.ts'
import { lastDayOfMonth } from '../calendar/wall-clock.ts'
import type { CoverageRow } from './chain.ts'

type Precision = NonNullable<CoverageRow['since_precision']>

const firstDays: Readonly<Record<Precision, RegExp>> = {
  day: /-/,
  month: /-01$/,
  quarter: /-(01|04|07|10)-01$/,
  half: /-(01|07)-01$/,
  year: /-01-01$/,
  'on-or-before': /-/,
}

const lastDays: Readonly<Record<Precision, RegExp>> = {
  day: /-/,
  month: /-/,
  quarter: /-(03-31|06-30|09-30|12-31)$/,
  half: /-(06-30|12-31)$/,
  year: /-12-31$/,
  'on-or-before': /-/,
}

/** Whether a date of that precision is the first day of what it stands for. */
export const isFirstDay = (date: IsoDate, precision: Precision): boolean => firstDays[precision].test(date)

/** Whether a date of that precision is the last day of what it stands for. */
export const isLastDay = (date: IsoDate, precision: Precision): boolean =>
  lastDays[precision].test(date) && (precision !== 'month' || date === lastDayOfMonth(date))
