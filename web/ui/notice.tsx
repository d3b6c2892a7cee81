import type { ReactNode } from 'react'
import { InfoIcon, WarningIcon } from './icons.tsx'
import classes from './notice.module.css'

export type NoticeProps = {
  /** `bad`: something is broken; `warn`: something is old or missing; `info`: good to know. */
  readonly tone: 'info' | 'warn' | 'bad'
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Buttons or links that help. */
  readonly actions?: ReactNode
}

/** A message on the page itself. Announced when it appears: at once when something is broken, else in its turn. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div className={classes['notice']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={classes['icon']}>{tone === 'info' ? <InfoIcon /> : <WarningIcon />}</span>
      <div className={classes['words']}>
        <p className={classes['title']}>{title}</p>
        {children === undefined ? null : <div className={classes['body']}>{children}</div>}
      </div>
      {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
    </div>
  )
}
