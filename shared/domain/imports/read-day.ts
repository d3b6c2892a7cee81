/** A day as published, read only where it can be read one way. */
import { Temporal } from 'temporal-polyfill'
import { isoDateSchema, type IsoDate } from '../../kernel/brand.ts'
import type { TimeZone } from '../calendar/calendar.ts'
import type { DateFormat } from './import-fields.ts'

/** The day, or why it cannot be read, to go on after the name of the column. */
export type ReadDay = { readonly day: IsoDate } | { readonly why: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const dayAndWord = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/
const wordAndDay = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const withTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * `zone`: the exchange's, for moments that carry an offset: 23:00 UTC in January is the next day's session in Sydney.
 * Midnight means the day it stands beside, in whatever zone; null: every moment does.
 */
export function readDay(cell: string, format: DateFormat, zone: TimeZone | null): ReadDay {
  const text = cell.trim()
  const [, date, time, offset] = withTime.exec(text) ?? []
  if (date !== undefined && time !== undefined) return dayOfMoment({ date, time, offset }, zone)
  const [, year, , month, day] = yearFirst.exec(text) ?? []
  if (year !== undefined) return checked(text, year, month, day)
  const [, y, m, d] = compact.exec(text) ?? chinese.exec(text) ?? []
  if (y !== undefined) return checked(text, y, m, d)
  const [, wordDay, word = '', wordYear] = dayAndWord.exec(text) ?? []
  if (wordYear !== undefined) return checked(text, wordYear, monthOf(word), wordDay)
  const [, leading = '', leadingDay, leadingYear] = wordAndDay.exec(text) ?? []
  if (leadingYear !== undefined) return checked(text, leadingYear, monthOf(leading), leadingDay)
  const [, first, second, last] = yearLast.exec(text) ?? []
  if (last === undefined) return { why: `${text.slice(0, 40)} is no day; write 2025-07-09` }
  switch (format) {
    case 'auto':
      return { why: `of ${text} it is not said which is the month: choose dd/mm/yyyy or mm/dd/yyyy` }
    case 'dd/mm/yyyy':
      return checked(text, last, second, first)
    case 'mm/dd/yyyy':
      return checked(text, last, first, second)
  }
}

function dayOfMoment(
  {
    date,
    time,
    offset,
  }: { readonly date: string; readonly time: string; readonly offset: string | undefined },
  zone: TimeZone | null,
): ReadDay {
  if (zone === null || offset === undefined || /^00:00(?::00(?:\.0+)?)?$/.test(time))
    return checked(date, ...date.split('-'))
  try {
    const moment = Temporal.Instant.from(`${date}T${time}${offset}`)
    const day = moment.toZonedDateTimeISO(zone).toPlainDate().toString()
    return checked(day, ...day.split('-'))
  } catch {
    return { why: `${date} ${time}${offset} is no moment` }
  }
}

const monthOf = (word: string): string => String(months.indexOf(word.slice(0, 3).toLowerCase()) + 1)

function checked(text: string, year?: string, month = '', day = ''): ReadDay {
  const read = isoDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (!read.success || read.data < '1800-01-01') return { why: `${text} is no day` }
  return { day: read.data }
}
