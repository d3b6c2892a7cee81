import { Button } from '@mantine/core'
import { useId, useLayoutEffect, useRef } from 'react'
import { errorText } from '../../ui/error-text.ts'
import form from '../../ui/form.module.css'
import { formatAmount } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { ReasonPart } from '../../ui/reason-part.tsx'
import { Details } from './details.tsx'
import type { EditedRow, RowPart } from './edit-button.tsx'
import classes from './edit-dialog.module.css'
import { differences, draftOf, type RowDraft } from './row-draft.ts'
import { rowPathWords } from './row-fields.ts'
import { RowForm } from './row-form.tsx'
import { RowHistory } from './row-history.tsx'
import { useRowEdit, type Held } from './use-row-edit.ts'

const titles: Readonly<Record<RowPart, string>> = {
  coverage: 'what a company covers',
  share: 'a share of China',
  money: 'money announced',
  disclosed: 'a disclosed figure',
  element: 'an element and its controls',
}

export type EditDialogProps = { readonly edited: EditedRow; readonly onClose: () => void }

/** Changes one row: its fields, who, why and by which sources. The browser's own modal dialog; Escape leaves it. */
export function EditDialog({ edited, onClose }: EditDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const edit = useRowEdit(edited, onClose)
  // Closed before it is taken away, or the browser would not give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const count = Object.keys(edit.errors).length
  return (
    <dialog
      ref={dialog}
      className={classes['dialog']}
      aria-labelledby={id}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
    >
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          edit.save()
        }}
      >
        <header>
          <h2 id={id}>
            {edited.row === null ? 'Add' : 'Edit'} {titles[edited.part]}
          </h2>
          <p className={form['faint']}>
            {edited.row === null
              ? 'A row of its own, with its source; it can be changed and taken off again.'
              : `${edited.row.id}, revision ${edited.row.revision}. What was shown before stays readable as of then.`}
          </p>
        </header>
        {edit.held === undefined ? null : (
          <Conflict part={edited.part} held={edit.held} mine={edit.draft} onGoOn={edit.goOnFrom} />
        )}
        <RowForm
          part={edited.part}
          draft={edit.draft}
          errors={edit.errors}
          isBusy={edit.isBusy}
          onChange={edit.setDraft}
        />
        <ReasonPart
          reason={edit.reason}
          errors={edit.errors}
          isBusy={edit.isBusy}
          onChange={edit.setReason}
        />
        {edited.row === null ? null : (
          <Details summary="History of the row">
            <RowHistory id={edited.row.id} part={edited.part} />
          </Details>
        )}
        <footer className={classes['foot']}>
          <p role="alert" className={form['error']}>
            {count > 0 ? `Not saved: ${formatAmount(count, 'field', 'fields')} to look at. ` : ''}
            {edit.error === null || edit.held !== undefined ? '' : `Not saved: ${errorText(edit.error)}`}
          </p>
          {edited.row === null || edited.part === 'element' ? null : (
            <Button variant="subtle" color="red" size="sm" disabled={edit.isBusy} onClick={edit.takeOff}>
              Take it off
            </Button>
          )}
          <Button variant="default" size="sm" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="sm" loading={edit.isBusy}>
            Save
          </Button>
        </footer>
      </form>
    </dialog>
  )
}

type ConflictProps = {
  readonly part: RowPart
  readonly held: Held
  readonly mine: RowDraft
  readonly onGoOn: (held: Held, next: RowDraft) => void
}

/** Somebody was quicker: what they say, and the choice to take it or to keep what is typed. */
function Conflict({ part, held, mine, onGoOn }: ConflictProps) {
  if (held === null) {
    return (
      <Notice
        tone="bad"
        title="Somebody else has taken this row off meanwhile"
        actions={
          <Button size="compact-sm" variant="default" onClick={() => onGoOn(null, mine)}>
            Add it again
          </Button>
        }
      >
        Nothing was saved. Leave it so, or add the row again with what you have typed.
      </Notice>
    )
  }
  const theirs = draftOf(part, held.body)
  const paths = differences(mine, theirs)
  return (
    <Notice
      tone="bad"
      title="Somebody else has changed this row meanwhile"
      actions={
        <>
          <Button size="compact-sm" variant="default" onClick={() => onGoOn(held, theirs)}>
            Take theirs
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onGoOn(held, mine)}>
            Go on with mine
          </Button>
        </>
      }
    >
      <p>Nothing was saved. They say otherwise in {formatAmount(paths.length, 'field', 'fields')}:</p>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            {rowPathWords(path)}: <ins>{saidOf(theirs[path])}</ins>, you: {saidOf(mine[path])}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const saidOf = (value: RowDraft[string] | undefined) => {
  const text = String(value ?? '')
  return text === '' ? 'nothing' : text
}
