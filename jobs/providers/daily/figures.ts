/** Figures that come as text or as numbers. */

/** A price above 0, rounded to six decimals; null: none. */
export function priceOf(cell: unknown): number | null {
  const figure = figureOf(cell)
  if (figure === null) return null
  const price = Math.round(figure * 1e6) / 1e6
  return price > 0 && Number.isFinite(price) ? price : null
}

/** A number of 0 or more; null: none. */
export function quantityOf(cell: unknown): number | null {
  const figure = figureOf(cell)
  return figure !== null && figure >= 0 ? figure : null
}

function figureOf(cell: unknown): number | null {
  const figure = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell
  return typeof figure === 'number' && Number.isFinite(figure) ? figure : null
}
