import type { ReactNode } from 'react'
import classes from './data-table.module.css'

/** `render` gives null: the row has nothing to say there; a card on a phone then leaves the line out. */
export type Column<R> = {
  readonly name: string
  readonly render: (row: R) => ReactNode
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
            {others.map(({ name, render }) => {
              const content = render(row)
              return (
                <td key={name} data-name={name} data-empty={content === null}>
                  {content}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
