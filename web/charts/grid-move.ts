/** Where a key leads in a grid; row and column count from 0. */
export type GridPlace = { readonly row: number; readonly column: number }
export type GridSize = { readonly rows: number; readonly columns: number }

/** The place a key leads to, never beyond an edge; null: the key does not move. With `far`, to the ends of the grid. */
export function movedBy(
  key: string,
  { row, column }: GridPlace,
  { rows, columns }: GridSize,
  far: boolean,
): GridPlace | null {
  const at = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowRight':
      return at(row, column + 1)
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowUp':
      return at(row - 1, column)
    case 'PageDown':
      return at(rows - 1, column)
    case 'PageUp':
      return at(0, column)
    case 'Home':
      return at(far ? 0 : row, 0)
    case 'End':
      return at(far ? rows - 1 : row, columns - 1)
    default:
      return null
  }
}
