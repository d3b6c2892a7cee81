import { Button } from '@mantine/core'
import type { ChinaShareRow, DisclosedRow, MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import type { ChainElement, Coverage } from '@oreline/shared/api/chain.ts'
import classes from './chain-page.module.css'

/** The parts of the chain whose rows are edited here, and those to which rows are added. */
export type RowPart = NewPart | 'element'
export type NewPart = 'coverage' | 'share' | 'money' | 'disclosed'

/**
 * A row to be edited, with the part it belongs to. `row` null: a new one; `start`: what is known of it already, `taken`:
 * the ids of the rows there are.
 */
export type EditedRow =
  | { readonly part: 'coverage'; readonly row: Coverage }
  | { readonly part: 'share'; readonly row: ChinaShareRow }
  | { readonly part: 'money'; readonly row: MoneyRow }
  | { readonly part: 'disclosed'; readonly row: DisclosedRow }
  | { readonly part: 'element'; readonly row: ChainElement }
  | { readonly part: NewPart; readonly row: null; readonly start: object; readonly taken: readonly string[] }

/** What a part of the screen is given so that its rows can be edited; null: the past is shown, which nobody edits. */
export type Editing = { readonly onEdit: ((edited: EditedRow) => void) | null }

export type EditButtonProps = Editing & { readonly what: string; readonly edited: EditedRow }

export function EditButton({ what, edited, onEdit }: EditButtonProps) {
  if (onEdit === null) return null
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      className={classes['edit'] ?? ''}
      aria-label={`Edit ${what}`}
      onClick={() => onEdit(edited)}
    >
      Edit
    </Button>
  )
}

export type AddButtonProps = Editing & {
  readonly part: NewPart
  readonly start: object
  readonly taken: readonly string[]
}

const addWords: Readonly<Record<NewPart, string>> = {
  coverage: 'Add what a company covers',
  share: 'Add a share',
  money: 'Add money announced',
  disclosed: 'Add a figure',
}

export function AddButton({ part, start, taken, onEdit }: AddButtonProps) {
  if (onEdit === null) return null
  return (
    <div className={classes['edit']}>
      <Button size="compact-sm" variant="default" onClick={() => onEdit({ part, row: null, start, taken })}>
        {addWords[part]}
      </Button>
    </div>
  )
}
