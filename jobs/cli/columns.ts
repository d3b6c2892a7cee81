/** Rows of text as aligned lines, two spaces between columns; those named in `right` are set flush right. */
export function columns(
  rows: readonly (readonly string[])[],
  { right = [] }: { readonly right?: readonly number[] } = {},
): readonly string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [place, cell] of row.entries()) widths[place] = Math.max(widths[place] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, place) => {
        const width = widths[place] ?? 0
        return right.includes(place) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
