import { Button } from '@mantine/core'
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import classes from './confirm-dialog.module.css'
import { errorText } from './error-text.ts'

export type ConfirmDialogProps = {
  /** The question. */
  readonly title: string
  /** What will happen and what will not. */
  readonly children: ReactNode
  /** A verb: `Take the import back`. */
  readonly confirm: string
  readonly cancel?: string
  /** While what was confirmed is being done. */
  readonly isPending?: boolean
  /** Why the last try came to nothing. */
  readonly error?: Error | null
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/**
 * Asks before something is done. The browser's own modal dialog: it keeps the focus and gives it back; Escape is no.
 * A try that came to nothing leads to the first field that is wrong.
 */
export function ConfirmDialog({
  title,
  children,
  confirm,
  cancel = 'Cancel',
  isPending = false,
  error = null,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const confirmed = useRef<HTMLButtonElement>(null)
  const [tries, setTries] = useState(0)
  const id = useId()
  // Closed before it is taken away, or the browser would not give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  useLayoutEffect(() => {
    if (tries > 0) faultyField(dialog.current)?.focus()
  }, [tries])
  // The button was disabled meanwhile, which took the focus from it.
  useLayoutEffect(() => {
    if (error !== null) (faultyField(dialog.current) ?? confirmed.current)?.focus()
  }, [error])
  return (
    <dialog
      ref={dialog}
      className={classes['dialog']}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onCancel()
      }}
    >
      <h2 id={`${id}-title`} className={classes['title']}>
        {title}
      </h2>
      <div id={`${id}-words`} className={classes['words']}>
        {children}
      </div>
      {error === null ? null : (
        <p role="alert" className={classes['error']}>
          Not done: {errorText(error)}
        </p>
      )}
      <div className={classes['buttons']}>
        <Button variant="default" size="sm" onClick={onCancel}>
          {cancel}
        </Button>
        <Button
          ref={confirmed}
          size="sm"
          loading={isPending}
          onClick={() => {
            setTries(tries + 1)
            onConfirm()
          }}
        >
          {confirm}
        </Button>
      </div>
    </dialog>
  )
}

/** The first input that is wrong, or the first group of inputs that is wrong as a whole. */
const faultyField = (within: HTMLElement | null): HTMLElement | null =>
  within?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[data-invalid="true"]') ?? null
