import type { FilingRow } from '@oreline/shared/api/filings.ts'
import { filingCategoryWords } from '../../ui/filing-words.ts'
import { formatDay } from '../../ui/format.ts'
import { SelectionLink } from './selection-link.tsx'
import classes from './table.module.css'
import { useGrowingRows } from '../../ui/use-growing-rows.tsx'

export type FilingTableProps = {
  /** Newest first. */
  readonly filings: readonly FilingRow[]
  readonly selected: string | null
}

/** The filings of the chosen stocks. */
export function FilingTable({ filings, selected }: FilingTableProps) {
  const { rows, more } = useGrowingRows(filings)
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Stock</th>
            <th scope="col">Category</th>
            <th scope="col">Filing</th>
            <th scope="col">Form</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((filing) => (
            <tr key={filing.id} aria-current={filing.id === selected}>
              <td className={classes['when']}>{formatDay(filing.published_on)}</td>
              <td>{filing.ticker}</td>
              <td>{filingCategoryWords(filing.category)}</td>
              <td className={classes['main']}>
                <SelectionLink selection={{ kind: 'filing', id: filing.id }}>
                  {filing.removed_upstream ? <s>{filing.title}</s> : filing.title}
                </SelectionLink>
                {filing.title_en === null ? null : <div className={classes['faint']}>{filing.title_en}</div>}
              </td>
              <td>{filing.form}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
