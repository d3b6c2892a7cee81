import classes from './table.module.css'
import type { SortColumn, SortOrder } from './view.ts'

type Column = { readonly key: SortColumn; readonly label: string }

export type SortableHeadProps = {
  readonly columns: readonly Column[]
  readonly sort: SortOrder
  readonly onSort: (sort: SortOrder) => void
}

/** Column heads that sort: once upwards, again downwards. */
export function SortableHead({ columns, sort, onSort }: SortableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, label }) => {
          const active = sort.column === key
          return (
            <th key={key} scope="col" aria-sort={active ? (sort.down ? 'descending' : 'ascending') : 'none'}>
              <button
                type="button"
                className={classes['sort']}
                onClick={() => onSort({ column: key, down: active && !sort.down })}
              >
                {label}
                <span aria-hidden="true">{active ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
