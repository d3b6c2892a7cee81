import type { ReactNode } from 'react'
import { inputId } from './field-focus.ts'
import classes from './form.module.css'

export type FieldGroupProps = {
  readonly path: string
  readonly legend: string
  readonly hint?: string | undefined
  /** What is wrong with the list as a whole. */
  readonly error: string | null
  readonly children: ReactNode
}

/** Several inputs that are one field; it takes the focus itself where it is wrong as a whole. */
export function FieldGroup({ path, legend, hint, error, children }: FieldGroupProps) {
  const id = inputId(path)
  return (
    <fieldset
      id={id}
      className={classes['group']}
      tabIndex={-1}
      data-invalid={error !== null}
      aria-describedby={`${id}-words`}
    >
      <legend>{legend}</legend>
      <p id={`${id}-words`} className={classes['hint']}>
        {hint}
        {error === null ? null : <span className={classes['error']}> {error}</span>}
      </p>
      {children}
    </fieldset>
  )
}
