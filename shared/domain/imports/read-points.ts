/** Points of a commodity series from a table: the day, the price, and its bounds where the file has them. */
import type { CommodityPoint } from '../commodities/commodity-point.ts'
import { publishedUnit } from '../commodities/published-unit.ts'
import { barVocabulary } from './bar-columns.ts'
import { readCells, type CellReader, type DayReading } from './cell-reader.ts'
import { findColumns, plainHeader } from './column-places.ts'
import type { CommodityFields } from './import-fields.ts'
import { unreadable, type ImportProblem, type Reading } from './import-problem.ts'
import { onePerDay } from './one-per-day.ts'
import { readTable } from './table.ts'

export type ReadPoint = CommodityPoint & { readonly line: number }

type Meaning = 'date' | 'value' | 'low' | 'high' | 'series' | 'unit'
const meanings: readonly Meaning[] = ['date', 'value', 'low', 'high', 'series', 'unit']

/** As Oreline's own export names them: whose points they are, and in which unit they stand there. */
const own = { series: ['series'], unit: ['unit'] } as const

/** Where no columns are named by the operator. */
const vocabulary = {
  ...own,
  date: barVocabulary.date,
  value: ['value', 'price', 'average', 'avg', 'mid', 'close', '价格', '均价', '平均价'],
  low: ['low', 'min', '最低', '最低价'],
  high: ['high', 'max', '最高', '最高价'],
} as const

/** Ascending by day. Rows without a price are no points. */
export function readPoints(text: string, fields: CommodityFields, days: DayReading): Reading<ReadPoint> {
  const table = readTable(text)
  if (typeof table === 'string') return unreadable(table)
  const {
    placeOf,
    columns,
    problems: found,
  } = findColumns(table.headers, wordsFor(table.headers, fields), meanings)
  const [date, value, low, high] = [placeOf('date'), placeOf('value'), placeOf('low'), placeOf('high')]
  const unknown = namedNowhere(table.headers, fields)
  if (date === null || value === null || unknown.length > 0)
    return {
      columns,
      rows: [],
      warnings: [],
      problems: [...found, ...unknown, ...missing(date, value, table.headers)],
    }
  const problems: ImportProblem[] = [...table.problems, ...found]
  const read = table.rows.flatMap((row) => {
    const cells = readCells(table, row, days, problems)
    const day = cells.day(date)
    const point = { value: cells.positive(value), low: cells.positive(low), high: cells.positive(high) }
    checkBounds(cells, point, value)
    checkSaid(cells, placeOf('series'), fields.series.id)
    // Converted points are not what was published: taken in, they would be converted twice.
    checkSaid(cells, placeOf('unit'), publishedUnit(fields.series))
    if (day === null || point.value === null) return []
    return [
      {
        line: row.line,
        date: day,
        value: point.value,
        low: point.low,
        high: point.high,
        flags: flagsOf(point),
      },
    ]
  })
  const sorted = onePerDay(read, (point) => ({
    date: point.date,
    figures: [point.value, point.low, point.high],
  }))
  if (read.length === 0 && problems.length === 0)
    problems.push({
      line: null,
      column: table.headers[value] ?? null,
      problem: 'the column has no price at all: the feed came back empty',
    })
  const outside = sorted.rows.filter(({ flags }) => flags.length > 0)
  return {
    columns,
    rows: sorted.rows,
    problems: [...problems, ...sorted.problems],
    warnings: [
      ...sorted.warnings,
      ...(outside.length === 0
        ? []
        : [
            {
              code: 'outside-bounds',
              detail: `${outside.length} prices lie outside the bounds printed beside them and are marked (first on ${outside[0]?.date}).`,
            },
          ]),
    ],
  }
}

type Read = { readonly value: number | null; readonly low: number | null; readonly high: number | null }

const flagsOf = ({ value, low, high }: Read): readonly string[] =>
  value !== null && ((low !== null && value < low) || (high !== null && value > high))
    ? ['outside_bounds']
    : []

function checkBounds(cells: CellReader, { low, high }: Read, place: number): void {
  if (low !== null && high !== null && low > high)
    cells.note(place, `the low ${low} lies above the high ${high}`)
}

function checkSaid(cells: CellReader, place: number | null, expected: string): void {
  const said = cells.text(place) ?? ''
  if (said !== '' && said !== expected) cells.note(place, `is ${said}, not ${expected}`)
}

/** What the operator named, else the usual words; the only column beside the day is the price whatever its name. */
function wordsFor(headers: readonly string[], { columns }: CommodityFields) {
  if (columns !== undefined)
    return {
      ...own,
      date: vocabulary.date,
      value: [plainHeader(columns.value)],
      low: columns.low === undefined ? [] : [plainHeader(columns.low)],
      high: columns.high === undefined ? [] : [plainHeader(columns.high)],
    }
  const days: readonly string[] = vocabulary.date
  const others = headers.map(plainHeader).filter((header) => !days.includes(header))
  return others.length === 1 ? { ...vocabulary, value: others } : vocabulary
}

const namedNowhere = (
  headers: readonly string[],
  { columns = { value: '' } }: CommodityFields,
): readonly ImportProblem[] =>
  [columns.value, columns.low, columns.high]
    .filter((header) => header !== undefined)
    .filter((header) => header !== '' && !headers.map(plainHeader).includes(plainHeader(header)))
    .map((column) => ({ line: 1, column, problem: 'the file has no such column' }))

function missing(
  date: number | null,
  value: number | null,
  headers: readonly string[],
): readonly ImportProblem[] {
  if (date === null) return [{ line: 1, column: null, problem: 'no column of days (Date, 日期) is found' }]
  if (value !== null) return []
  const others = headers.filter((_, place) => place !== date)
  return [{ line: 1, column: null, problem: `which column is the price? Name one of ${others.join(', ')}` }]
}
