/** The stretch of time a report is about, by its last day. */
import { Temporal } from 'temporal-polyfill'
import { isoDateSchema, type IsoDate } from '../../kernel/brand.ts'

const lengths = ['quarter', 'half', 'year'] as const
export type PeriodLength = (typeof lengths)[number]
export type ReportingPeriod = { readonly length: PeriodLength; readonly end: IsoDate }

/** `quarter-to-2026-12-31`: the name under which dates of it are kept. */
export const periodId = ({ length, end }: ReportingPeriod): string => `${length}-to-${end}`

/** The period that `periodId` has named; null: the text names none. */
export function readPeriod(id: string): ReportingPeriod | null {
  const [, length, end] = /^(quarter|half|year)-to-(.+)$/.exec(id) ?? []
  const known = lengths.find((one) => one === length)
  const day = isoDateSchema.safeParse(end)
  return known === undefined || !day.success ? null : { length: known, end: day.data }
}

/** The periods that end with `month` (1 to 12) and whose last day lies from `from` to `to`, both inclusive, ascending. */
export function periodsEnding(
  { month, length }: { readonly month: number; readonly length: PeriodLength },
  from: IsoDate,
  to: IsoDate,
): readonly ReportingPeriod[] {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, place) => Number(from.slice(0, 4)) + place,
  )
  return years
    .map((year) => ({ length, end: lastDayIn(year, month) }))
    .filter(({ end }) => end >= from && end <= to)
}

/** The same period a year before. */
export function yearBefore({ length, end }: ReportingPeriod): ReportingPeriod {
  return { length, end: lastDayIn(Number(end.slice(0, 4)) - 1, Number(end.slice(5, 7))) }
}

/** The last day of the month that lies `months` after that of `date`. */
export function lastDayAfter(date: IsoDate, months: number): IsoDate {
  const { year, month } = Temporal.PlainDate.from(date).toPlainYearMonth().add({ months })
  return lastDayIn(year, month)
}

function lastDayIn(year: number, month: number): IsoDate {
  const { daysInMonth } = new Temporal.PlainYearMonth(year, month)
  return isoDateSchema.parse(new Temporal.PlainDate(year, month, daysInMonth).toString())
}
