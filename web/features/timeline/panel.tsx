import { ActionIcon } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { CloseIcon } from '../../ui/icons.tsx'
import classes from './panel.module.css'

export type PanelProps = {
  /** A line above the title: what kind of thing this is. */
  readonly kicker: ReactNode
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * What is selected, told in full. Opened by keyboard it takes the focus, so that the reader continues there, and gives
 * it back; Escape closes it. Give it a key, so that another selection opens another panel.
 */
export function Panel({ kicker, title, onClose, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const element = panel.current
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    element?.addEventListener('keydown', closeOnEscape)
    return () => element?.removeEventListener('keydown', closeOnEscape)
  }, [onClose])
  useEffect(() => {
    const origin = document.activeElement
    // Nothing has the focus when the page opens on a selection, or after a click into the chart: then it stays so.
    if (!(origin instanceof HTMLElement || origin instanceof SVGElement) || origin === document.body) return
    heading.current?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === document.body && origin.isConnected)
        origin.focus({ preventScroll: true })
    }
  }, [])
  return (
    <article ref={panel} className={classes['panel']}>
      <header className={classes['head']}>
        <div>
          <p className={classes['kicker']}>{kicker}</p>
          <h2 ref={heading} tabIndex={-1} className={classes['title']}>
            {title}
          </h2>
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </ActionIcon>
      </header>
      {children}
    </article>
  )
}
