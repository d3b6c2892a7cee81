import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { formatDay } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import classes from './event.module.css'

/** The parts of an act that have dates of their own, each with its state. */
export function EventParts({ event }: { readonly event: PolicyEventRow }) {
  const parts = event.state?.provisions ?? []
  if (parts.length === 0) return null
  return (
    <Section title="Parts of the act">
      <ul className={classes['links']}>
        {parts.map(({ id, value, since, unconfirmed }) => (
          <li key={id}>
            <StateMark value={value} unconfirmed={unconfirmed === true} />{' '}
            <span className={classes['faint']}>since {formatDay(since)}</span>
            <br />
            {event.provisions.find((provision) => provision.id === id)?.text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
