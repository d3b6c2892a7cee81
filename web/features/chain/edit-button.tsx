import { Button } from '@mantine/core'
import type { ChinaShareRow, DisclosedRow, MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import type { Coverage } from '@oreline/shared/api/chain.ts'
import classes from './chain-page.module.css'

/** A row to be edited, with the part it belongs to. */
export type EditedRow =
  | { readonly part: 'coverage'; readonly row: Coverage }
  | { readonly part: 'share'; readonly row: ChinaShareRow }
  | { readonly part: 'money'; readonly row: MoneyRow }
  | { readonly part: 'disclosed'; readonly row: DisclosedRow }

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
