/**
 * The rows of a shipped CSV, each a function from column to cell: header first, plain values without quotes, LF. Throws
 * when the header or a number of columns is not what is expected; the data are reviewed like code, so that is a bug.
 */
export function csvRows<Column extends string>(
  name: string,
  text: string,
  columns: readonly Column[],
): readonly ((column: Column) => string)[] {
  const [header, ...lines] = text.trimEnd().split('\n')
  if (header !== columns.join(','))
    throw new Error(`${name}: the columns are ${header}, not ${columns.join(',')}`)
  return lines.map((line, index) => {
    const cells = line.split(',')
    if (cells.length !== columns.length)
      throw new Error(`${name}, line ${index + 2}: ${cells.length} columns`)
    return (column) => cells[columns.indexOf(column)] ?? ''
  })
}
