import { Button } from '@mantine/core'
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { errorText } from '../../ui/error-text.ts'
import { FieldDiff } from '../../ui/field-diff.tsx'
import { inputId } from '../../ui/field-focus.ts'
import { formatAmount } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { ConflictPart } from './conflict-part.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { EventForm } from './event-form.tsx'
import classes from '../../ui/form.module.css'
import { ReasonPart } from '../../ui/reason-part.tsx'
import { useEventEditor, type EditorStart, type EventEditing as Editing } from './use-event-editor.ts'

export type EventEditorProps = EditorStart & { readonly instruments: readonly InstrumentRow[] }

/** The form of one event: its fields, and beside them what changes, why, and the button that saves it. */
export function EventEditor({ instruments, ...start }: EventEditorProps) {
  const editing = useEventEditor(start)
  const { draft, errors, saving, change } = editing
  const isBusy = saving.isPending
  const editor = {
    draft,
    errors,
    isBusy,
    change,
    isNew: start.held === null,
    events: start.catalogue.map(({ id, title }) => ({ value: id, label: title })),
    tickers: instruments.map(({ ticker, name }) => ({ value: ticker, label: `${ticker}: ${name}` })),
  }
  return (
    <form
      noValidate
      className={classes['page']}
      aria-label="The event"
      onSubmit={(event) => {
        event.preventDefault()
        editing.save()
      }}
    >
      <LeaveGuard editing={editing} />
      <DraftNotice editing={editing} />
      <ConflictNotice editing={editing} />
      <ErrorSummary errors={errors} />
      {editing.conflict !== null && editing.conflict.held !== null ? null : (
        <div className={classes['columns']}>
          <div className={classes['main']}>
            <EventForm editor={editor} />
          </div>
          <div className={classes['aside']}>
            <ReasonPart
              reason={editing.reason}
              errors={errors}
              isBusy={isBusy}
              onChange={editing.changeReason}
            />
            <Changes editing={editing} />
          </div>
        </div>
      )}
    </form>
  )
}

function Changes({ editing }: { readonly editing: Editing }) {
  const { changes, base, isDirty, isUnchanged, saving } = editing
  const count = formatAmount(changes.length, 'field', 'fields')
  return (
    <section
      id={inputId('changes')}
      tabIndex={-1}
      className={classes['card']}
      aria-labelledby="section-changes"
    >
      <h2 id="section-changes">{base === null ? 'What will be added' : 'What will change'}</h2>
      {isDirty ? <FieldDiff changes={changes} /> : <p className={classes['faint']}>Nothing yet.</p>}
      <div className={`${classes['row']} ${classes['save']}`}>
        <Button type="submit" size="sm" loading={saving.isPending}>
          {base === null ? 'Add the event' : `Save ${isDirty ? count : ''}`}
        </Button>
        <p aria-live="polite" className={classes['faint']}>
          {isUnchanged ? 'Nothing differs from what is held.' : null}
        </p>
      </div>
      {saving.error === null || editing.conflict !== null ? null : (
        <p role="alert" className={classes['error']}>
          Not saved: {errorText(saving.error)}
        </p>
      )}
    </section>
  )
}

function DraftNotice({ editing }: { readonly editing: Editing }) {
  if (!editing.isRestored) return null
  return (
    <Notice
      tone="info"
      title="Your draft is back"
      actions={
        <Button size="compact-sm" variant="default" onClick={editing.startOver}>
          Start over
        </Button>
      }
    >
      It was kept in this browser when you left, and nobody else has seen it.
    </Notice>
  )
}

function ConflictNotice({ editing }: { readonly editing: Editing }) {
  const { conflict } = editing
  if (conflict === null) return null
  if (conflict.held === null)
    return (
      <Notice
        tone="warn"
        title="The event was taken off the timeline meanwhile"
        actions={
          <Button size="compact-sm" variant="default" onClick={() => editing.merge(new Map())}>
            Go on with mine, as a new event
          </Button>
        }
      >
        Nothing was saved. What you have written is kept.
      </Notice>
    )
  return (
    <section
      id={inputId('conflict')}
      tabIndex={-1}
      className={classes['card']}
      aria-labelledby="section-conflict"
    >
      <Notice tone="warn" title="Somebody else has changed this event meanwhile">
        Nothing was saved, and nothing of yours is lost. Choose for each field; then look at the whole once
        more and save.
      </Notice>
      <h2 id="section-conflict">Mine and theirs</h2>
      <ConflictPart
        key={conflict.held.revision}
        conflicts={conflict.fields}
        theirs="Theirs"
        onMerge={editing.merge}
      />
    </section>
  )
}

/** Asks before a draft is left behind: on another screen, on closing the tab. It stays in this browser. */
function LeaveGuard({ editing: { isDirty, saving } }: { readonly editing: Editing }) {
  const isUnsaved = isDirty && !saving.isPending && !saving.isSuccess
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <ConfirmDialog
      title="Leave without saving?"
      confirm="Leave"
      cancel="Stay"
      onConfirm={blocker.proceed}
      onCancel={blocker.reset}
    >
      The draft stays in this browser and is here again when you come back. Nobody else sees it.
    </ConfirmDialog>
  )
}
