/** Euro reference rates from a table: a column of days and one per currency, named by its code (the ECB's own shape). */
import { currencyCodeSchema, type IsoDate } from '../../kernel/brand.ts'
import type { EuroRate } from '../fx/rate.ts'
import { barVocabulary } from './bar-columns.ts'
import { readCells, type DayReading } from './cell-reader.ts'
import { plainHeader } from './column-places.ts'
import { unreadable, type ImportProblem, type Reading } from './import-problem.ts'
import { onePerDay } from './one-per-day.ts'
import { readTable } from './table.ts'

export type ReadRate = EuroRate & { readonly line: number }

/** The rates of one day; currencies the file has no rate of are absent. */
type DayOfRates = { readonly line: number; readonly date: IsoDate; readonly rates: readonly ReadRate[] }

const dayHeaders: readonly string[] = barVocabulary.date

/** Ascending by day. Cells without a rate (`N/A`) are no rows, columns that are no currency are passed over. */
export function readRates(text: string, days: DayReading): Reading<ReadRate> {
  const table = readTable(text)
  if (typeof table === 'string') return unreadable(table)
  const { headers } = table
  const dayPlace = headers.findIndex((header) => dayHeaders.includes(plainHeader(header)))
  const currencies = headers.map((header) =>
    header === 'EUR' ? null : (currencyCodeSchema.safeParse(header).data ?? null),
  )
  const columns = headers.map((header, place) => ({
    header,
    means: place === dayPlace ? 'date' : currencies[place] === null ? null : `${header} per EUR`,
  }))
  if (dayPlace < 0 || currencies.every((currency) => currency === null))
    return {
      columns,
      rows: [],
      warnings: [],
      problems: [
        {
          line: 1,
          column: null,
          problem: 'a column Date and one per currency are needed, named by its code: Date,USD,AUD,CNY',
        },
      ],
    }
  const problems: ImportProblem[] = [...table.problems, ...twice(headers, currencies)]
  const read: DayOfRates[] = table.rows.flatMap((row) => {
    const cells = readCells(table, row, days, problems)
    const date = cells.day(dayPlace)
    if (date === null) return []
    const rates = currencies.flatMap((currency, place) => {
      const perEur = currency === null ? null : cells.positive(place)
      return currency === null || perEur === null ? [] : [{ line: row.line, currency, date, perEur }]
    })
    return [{ line: row.line, date, rates }]
  })
  const sorted = onePerDay(read, ({ date, rates }) => ({
    date,
    rates: rates.map(({ currency, perEur }) => [currency, perEur]),
  }))
  const rows = sorted.rows.flatMap(({ rates }) => rates)
  if (rows.length === 0 && problems.length === 0)
    problems.push({ line: null, column: null, problem: 'The file has a header and no rate.' })
  return { columns, rows, problems: [...problems, ...sorted.problems], warnings: sorted.warnings }
}

const twice = (
  headers: readonly string[],
  currencies: readonly (string | null)[],
): readonly ImportProblem[] =>
  headers.flatMap((header, place) =>
    currencies[place] !== null && headers.indexOf(header) < place
      ? [{ line: 1, column: header, problem: `${header} stands in two columns: leave one` }]
      : [],
  )
