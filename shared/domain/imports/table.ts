/** A delimited text as header and rows; what the cells mean is read elsewhere. RFC 4180, and what spreadsheets make of it. */
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import * as z from 'zod'
import { refusedFile } from './file-refusal.ts'
import type { ImportProblem } from './import-problem.ts'

export type Separator = ',' | ';' | '\t'

/** `line` counts from 1 with the header, quoted line breaks included. Cells are trimmed, one per header. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

export type Table = {
  readonly separator: Separator
  readonly headers: readonly string[]
  readonly rows: readonly TableRow[]
  /** Rows of another length than the header's; they are not among `rows`. */
  readonly problems: readonly ImportProblem[]
}

/** The table, or in a sentence why there is none. A byte order mark and Excel's `sep=;` are passed over. */
export function readTable(text: string): Table | string {
  const refused = refusedFile(text)
  if (refused !== null) return refused
  const separator = separatorOf(text)
  const lines = linesOf(text, separator)
  if (typeof lines === 'string') return lines
  const [header, ...rest] = lines.filter(({ cells }) => !/^sep=.?$/i.test(cells.join(separator)))
  if (header === undefined) return 'The file is empty.'
  const headers = header.cells
  const rows = rest.map(({ line, cells }) => ({ line, cells: withoutPadding(cells, headers.length) }))
  const isWhole = ({ cells }: TableRow) => cells.length === headers.length
  return {
    separator,
    headers,
    rows: rows.filter(isWhole),
    problems: rows
      .filter((row) => !isWhole(row))
      .map(({ line, cells }) => ({
        line,
        column: null,
        problem: `has ${cells.length} cells, the header has ${headers.length}`,
      })),
  }
}

const parsedSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

function linesOf(text: string, separator: Separator): readonly TableRow[] | string {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return parsedSchema.parse(parsed).map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof CsvError) return `The file cannot be read as a table: ${error.message}.`
    throw error
  }
}

/** What stands most often in the header, outside quotes. */
function separatorOf(text: string): Separator {
  const [said] = /^\uFEFF?sep=([,;\t])/i.exec(text)?.slice(1) ?? []
  const header = (/^\uFEFF?\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const candidates = [',', ';', '\t'] as const
  const named = candidates.find((candidate) => candidate === said)
  const count = (separator: Separator) => header.split(separator).length
  return named ?? candidates.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/** Lines may end in separators that the header has not. */
function withoutPadding(cells: readonly string[], width: number): readonly string[] {
  const isPadded = cells.length > width && cells.slice(width).every((cell) => cell === '')
  return isPadded ? cells.slice(0, width) : cells
}
