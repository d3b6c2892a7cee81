/** The cells of one row by what they mean; what cannot be read is noted with line and column. */
import type { IsoDate } from '../../kernel/brand.ts'
import type { TimeZone } from '../calendar/calendar.ts'
import type { DateFormat } from './import-fields.ts'
import type { ImportProblem } from './import-problem.ts'
import { readDay } from './read-day.ts'
import { readNumber } from './read-number.ts'
import type { Table, TableRow } from './table.ts'

/** How days of the file are written, and where its moments are. */
export type DayReading = {
  readonly format: DateFormat
  readonly zone: TimeZone | null
  readonly today: IsoDate
}

/** `place` of a column in the row; null: the file has none, and the answer is null. */
export type CellReader = {
  readonly text: (place: number | null) => string | null
  /** null: absent, or noted as a problem. */
  readonly number: (place: number | null, isCount?: boolean) => number | null
  readonly positive: (place: number | null) => number | null
  /** null: noted as a problem. */
  readonly day: (place: number) => IsoDate | null
  readonly note: (place: number | null, problem: string) => void
}

/** A reader of one row that adds what it cannot read to `problems`. */
export function readCells(
  { headers }: Table,
  { line, cells }: TableRow,
  days: DayReading,
  problems: ImportProblem[],
): CellReader {
  const note: CellReader['note'] = (place, problem) =>
    void problems.push({ line, column: place === null ? null : (headers[place] ?? null), problem })
  const text: CellReader['text'] = (place) => (place === null ? null : (cells[place] ?? null))
  const number: CellReader['number'] = (place, isCount = false) => {
    const read = readNumber(text(place) ?? '', isCount)
    if (read.kind === 'unreadable') note(place, read.why)
    return read.kind === 'number' ? read.value : null
  }
  return {
    text,
    number,
    note,
    positive: (place) => {
      const value = number(place)
      if (value === null || value > 0) return value
      note(place, `${value} is no price: it must be above 0`)
      return null
    },
    day: (place) => {
      const read = readDay(text(place) ?? '', days.format, days.zone)
      if ('why' in read) {
        note(place, read.why)
        return null
      }
      if (read.day <= days.today) return read.day
      note(place, `${read.day} lies ahead: today is ${days.today}`)
      return null
    },
  }
}
