/** The frame of a chart: a figure with its name, and the same numbers as a table for whoever cannot or will not look. */
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import classes from './chart-frame.module.css'

type ChartFrameProps = {
  /** What the chart shows, in a sentence; read out, not drawn. */
  readonly title: string
  /** Stands above the chart, beside the switch to the table. */
  readonly legend: ReactNode
  /** Rendered only when asked for. */
  readonly table: ReactNode
  readonly children: ReactNode
}

export function ChartFrame({ title, legend, table, children }: ChartFrameProps) {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className={classes['frame']} aria-labelledby={id}>
      <figcaption id={id} className={classes['title']}>
        {title}
      </figcaption>
      <div className={classes['head']}>
        {legend}
        <button
          type="button"
          className={classes['switch']}
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Hide table' : 'As table'}
        </button>
      </div>
      {children}
      {asTable ? <div className={classes['table']}>{table}</div> : null}
    </figure>
  )
}
