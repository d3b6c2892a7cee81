import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../ui/format.ts'
import { unconfirmedClause } from '../ui/policy-words.ts'
import { StateMark } from '../ui/state-mark.tsx'
import classes from './event.module.css'

/** Where the event stands on a day, since when, and what nobody has confirmed. */
export function EventState({ event, today }: { readonly event: PolicyEventRow; readonly today: IsoDate }) {
  const { state } = event
  if (state === null) return <p>Not public on {formatDay(today)}.</p>
  const doubt = unconfirmedClause(state, event, today)
  return (
    <p className={classes['state']}>
      <StateMark value={state.value} unconfirmed={false} />
      <span className={classes['faint']}>since {formatDay(state.since)}</span>
      {doubt === null ? null : <span className={classes['doubt']}>{capitalised(doubt)}.</span>}
      {event.status_note === null ? null : <span className={classes['faint']}>{event.status_note}</span>}
    </p>
  )
}

const capitalised = (clause: string) => clause.charAt(0).toUpperCase() + clause.slice(1)
