import type { ReactNode } from 'react'
import classes from './facts.module.css'

export type Fact = { readonly name: string; readonly value: ReactNode }

/** Names and values in two columns; a fact without a value is left out by its giver. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value }) => (
        <div key={name} className={classes['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
