import type { ReactNode } from 'react'
import classes from './health-page.module.css'
import type { Place } from './trouble.ts'

export type HealthSectionProps = {
  readonly place: Place
  readonly title: string
  /** How the figures below are to be read. */
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A part of the page that the verdict can point to. */
export function HealthSection({ place, title, note, children }: HealthSectionProps) {
  return (
    <section className={classes['section']} id={place} aria-labelledby={`${place}-title`}>
      <header>
        <h2 id={`${place}-title`} tabIndex={-1}>
          {title}
        </h2>
        {note === undefined ? null : <p className={classes['faint']}>{note}</p>}
      </header>
      {children}
    </section>
  )
}
