import { useEffect, useRef, type ReactNode } from 'react'
import classes from './drawer.module.css'

export type DrawerProps = {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A sheet over the page on narrow screens: the browser's own modal dialog, which keeps the focus inside, closes on
 * Escape or a tap beside it, and needs no injected style.
 */
export function Drawer({ label, onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={classes['drawer']} aria-label={label} closedby="any" onClose={onClose}>
      <div className={classes['sheet']}>{children}</div>
    </dialog>
  )
}
