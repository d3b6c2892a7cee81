import { Button } from '@mantine/core'
import type { ChinaShareRow, DisclosedRow, MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import type { Coverage } from '@oreline/shared/api/chain.ts'
import classes from './chain-page.module.css'

/** The parts of the chain whose rows are edited here. */
export type RowPart = 'coverage' | 'share' | 'money' | 'disclosed'

/**
 * A row to be edited, with the part it belongs to. `row` null: a new one; `start`: what is known of it already, `taken`:
 * the ids of the rows there are.
 */
export type EditedRow =
  | { readonly part: 'coverage'; readonly row: Coverage }
  | { readonly part: 'share'; readonly row: ChinaShareRow }
  | { readonly part: 'money'; readonly row: MoneyRow }
  | { readonly part: 'disclosed'; readonly row: DisclosedRow }
  | { readonly part: RowPart; readonly row: null; readonly start: object; readonly taken: readonly string[] }

/** What a part of the screen is given so that its rows can be edited. */
export type Editing = { readonly onEdit: (edited: EditedRow) => void }

export function EditButton({ what, onEdit }: { readonly what: string; readonly onEdit: () => void }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      className={classes['edit'] ?? ''}
      aria-label={`Edit ${what}`}
      onClick={onEdit}
    >
      Edit
    </Button>
  )
}

export type AddButtonProps = Editing & {
  readonly part: RowPart
  readonly start: object
  readonly taken: readonly string[]
}

const addWords: Readonly<Record<RowPart, string>> = {
  coverage: 'Add what a company covers',
  share: 'Add a share',
  money: 'Add money announced',
  disclosed: 'Add a figure',
}

export function AddButton({ part, start, taken, onEdit }: AddButtonProps) {
  return (
    <div className={classes['edit']}>
      <Button size="compact-sm" variant="default" onClick={() => onEdit({ part, row: null, start, taken })}>
        {addWords[part]}
      </Button>
    </div>
  )
}
