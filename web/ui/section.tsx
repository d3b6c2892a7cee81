import type { ReactNode } from 'react'
import classes from './section.module.css'

/** A titled part of a panel. */
export function Section({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <section className={classes['section']}>
      <h3 className={classes['title']}>
        {title}
        {note === undefined ? null : <span className={classes['note']}>{note}</span>}
      </h3>
      {children}
    </section>
  )
}
