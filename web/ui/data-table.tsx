import type { ReactNode } from 'react'
import classes from './data-table.module.css'

export type Column<R> = {
  readonly name: string
  readonly render: (row: R) => ReactNode
  /** Whether the row has nothing remarkable there, so that a card on a phone leaves the line out. */
  readonly isQuiet?: (row: R) => boolean
}

export type DataTableProps<R> = {
  /** What the rows are, for a screen reader. */
  readonly label: string
  /** The first one names the row. */
  readonly columns: readonly [Column<R>, ...Column<R>[]]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  /** Under which name a link finds the row. */
  readonly anchorOf?: (row: R) => string
}

/** Rows of one shape: a table where there is room, on a phone a list of cards that repeat the names of the columns. */
export function DataTable<R>({ label, columns, rows, keyOf, anchorOf }: DataTableProps<R>) {
  const [head, ...others] = columns
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} id={anchorOf?.(row)} tabIndex={anchorOf === undefined ? undefined : -1}>
            <th scope="row">{head.render(row)}</th>
            {others.map(({ name, render, isQuiet }) => (
              <td key={name} data-name={name} data-quiet={isQuiet?.(row) ?? false}>
                <div>{render(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
