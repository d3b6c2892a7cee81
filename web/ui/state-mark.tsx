import type { PolicyStateValue } from '@oreline/shared/domain/policy/status.ts'
import { stateWords } from './policy-words.ts'
import classes from './state-mark.module.css'

/** The state of an event in a word, with a form of its own: filled in force, hatched suspended, hollow otherwise. */
export function StateMark({
  value,
  unconfirmed,
}: {
  readonly value: PolicyStateValue
  readonly unconfirmed: boolean
}) {
  return (
    <span className={classes['state']} data-value={value}>
      <span className={classes['form']} aria-hidden="true" />
      {stateWords[value]}
      {unconfirmed ? <span className={classes['doubt']}>unconfirmed</span> : null}
    </span>
  )
}
