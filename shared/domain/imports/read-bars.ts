/** Daily bars from a table: each row by itself. What rows say together is judged in `judge-bars.ts`. */
import { barFlagSchema, barSchema, type Bar } from '../prices/bar.ts'
import { barMeanings, barVocabulary, type BarMeaning } from './bar-columns.ts'
import { readCells, type CellReader, type DayReading } from './cell-reader.ts'
import { findColumns, plainHeader } from './column-places.ts'
import { firstFew } from './first-few.ts'
import type { BarFields } from './import-fields.ts'
import { unreadable, type ImportProblem, type Reading } from './import-problem.ts'
import { onePerDay } from './one-per-day.ts'
import { readTable, type TableRow } from './table.ts'

/** A bar of the file, its volume in shares, with what stands beside it; null: the file does not say. */
export type ReadBar = {
  readonly line: number
  readonly bar: Bar
  /** Turnover in currency. */
  readonly amount: number | null
  readonly dividend: number | null
  readonly split: number | null
}

type PlaceOf = (meaning: BarMeaning) => number | null
/** The columns without which there is no bar. */
type Needed = { readonly date: number; readonly close: number }

/** Shares in a Chinese lot. */
const LOT = 100

/** Ascending by day, one per day. Rows without a close are left out and counted in a warning. */
export function readBars(text: string, fields: BarFields, days: DayReading): Reading<ReadBar> {
  const table = readTable(text)
  if (typeof table === 'string') return unreadable(table)
  const found = findColumns(table.headers, barVocabulary, meaningsFor(table.headers))
  const { placeOf, columns, problems: doubled } = found
  const date = placeOf('date')
  const close = placeOf('close')
  if (date === null || close === null) return { ...missing(date, close), columns }
  const problems: ImportProblem[] = [
    ...table.problems,
    ...doubled,
    ...unitProblems(placeOf, table.headers, fields),
  ]
  const withoutClose: number[] = []
  const rows: ReadBar[] = []
  for (const row of table.rows) {
    const before = problems.length
    const cells = readCells(table, row, days, problems)
    const read = readBar({ row, cells, placeOf, needed: { date, close } }, fields)
    if (read !== null) rows.push(read)
    else if (problems.length === before) withoutClose.push(row.line)
  }
  const sorted = onePerDay(rows, ({ bar }) => bar)
  if (rows.length === 0 && problems.length === 0)
    problems.push({ line: null, column: null, problem: 'The file has a header and no row with a close.' })
  return {
    columns: columns.map((column) =>
      column.means === 'amount' ? { ...column, means: 'turnover (to check volumes by)' } : column,
    ),
    rows: sorted.rows,
    problems: [...problems, ...sorted.problems],
    warnings: [
      ...sorted.warnings,
      ...(withoutClose.length === 0
        ? []
        : [
            {
              code: 'no-close',
              detail: `${withoutClose.length} rows have no close and are left out (line ${firstFew(withoutClose)}).`,
            },
          ]),
    ],
  }
}

/** The answers of /prices name the basis of what is stored; their figures may be adjusted, and are what the operator says. */
function meaningsFor(headers: readonly string[]): readonly BarMeaning[] {
  const isAnswer = headers.some((header) => plainHeader(header) === 'fx date')
  return isAnswer ? barMeanings.filter((meaning) => meaning !== 'basis') : barMeanings
}

function missing(date: number | null, close: number | null): Reading<never> {
  const absent = [date === null ? 'days (Date, 日期)' : null, close === null ? 'closes (Close, 收盘)' : null]
  const problem = `no column of ${absent.filter((name) => name !== null).join(' and none of ')} is found`
  return { columns: [], rows: [], problems: [{ line: 1, column: null, problem }], warnings: [] }
}

/** The header may say what the volumes are, and then the two must agree. */
function unitProblems(
  placeOf: PlaceOf,
  headers: readonly string[],
  { volume_unit: unit }: BarFields,
): readonly ImportProblem[] {
  const lots = placeOf('volume_in_lots')
  if (lots === null) return []
  const column = headers[lots] ?? null
  if (placeOf('volume') !== null)
    return [{ line: 1, column, problem: 'volumes stand in two columns: leave one' }]
  return unit === 'lots'
    ? []
    : [{ line: 1, column, problem: 'volumes are in lots: choose lots as their unit' }]
}

/** null: no close, or something that could not be read and is noted. */
function readBar(
  { row, cells, placeOf, needed }: { row: TableRow; cells: CellReader; placeOf: PlaceOf; needed: Needed },
  fields: BarFields,
): ReadBar | null {
  const date = cells.day(needed.date)
  const close = cells.positive(needed.close)
  const open = cells.positive(placeOf('open'))
  const high = cells.positive(placeOf('high'))
  const low = cells.positive(placeOf('low'))
  const adjClose = cells.positive(placeOf('adj_close'))
  const traded = cells.number(placeOf('volume') ?? placeOf('volume_in_lots'), true)
  if (traded !== null && traded < 0) cells.note(placeOf('volume'), `${traded} is no volume`)
  checkNamed(cells, placeOf('ticker'), fields.ticker)
  checkNamed(cells, placeOf('currency'), fields.currency)
  const basis = readWord(cells, placeOf('basis'), barSchema.shape.basis.options, fields.basis)
  const status = readWord(cells, placeOf('status'), barSchema.shape.status.options, 'final')
  if (date === null || close === null) return null
  const volume = traded === null ? null : traded * (fields.volume_unit === 'lots' ? LOT : 1)
  return {
    line: row.line,
    bar: {
      date,
      open,
      high,
      low,
      close,
      adjClose,
      volume,
      status,
      basis,
      flags: readFlags(cells, placeOf('flags')),
    },
    amount: cells.number(placeOf('amount')),
    dividend: cells.number(placeOf('dividend')),
    split: cells.number(placeOf('split')),
  }
}

function checkNamed(cells: CellReader, place: number | null, expected: string): void {
  const said = cells.text(place) ?? ''
  if (said !== '' && said !== expected) cells.note(place, `is ${said}, not ${expected}`)
}

function readWord<Word extends string>(
  cells: CellReader,
  place: number | null,
  words: readonly Word[],
  usual: Word,
): Word {
  const said = cells.text(place) ?? ''
  if (said === '') return usual
  const word = words.find((each) => each === said)
  if (word === undefined) cells.note(place, `${said} is none of ${words.join(', ')}`)
  return word ?? usual
}

/** As Oreline's own export writes them: joined by semicolons. */
function readFlags(cells: CellReader, place: number | null): Bar['flags'] {
  const words = (cells.text(place) ?? '').split(/[; ]/).filter((word) => word !== '')
  return words.flatMap((word) => {
    const flag = barFlagSchema.safeParse(word)
    if (!flag.success) cells.note(place, `${word} is no mark of a bar`)
    return flag.success ? [flag.data] : []
  })
}
