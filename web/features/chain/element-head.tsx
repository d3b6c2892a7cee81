import type { ChainElement } from '@oreline/shared/api/chain.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { controlWeight, controlWords, shortAct } from './controls.ts'
import classes from './matrix.module.css'

/** An element by symbol and name, with the acts that list it and how they stand. */
export function ElementHead({ element, at }: { readonly element: ChainElement; readonly at: IsoDate }) {
  return (
    <span className={classes['element']}>
      <span className={classes['symbol']}>{element.symbol}</span>
      <span className={classes['elementWords']}>
        <span className={classes['elementName']}>{element.name}</span>
        {element.controls.map((control) => (
          <span
            key={control.event_id}
            className={classes['control']}
            data-weight={controlWeight(control, at)}
            title={`${control.announcement}: ${controlWords(control, at)}`}
          >
            {shortAct(control.announcement)} {weightWords[controlWeight(control, at)]}
          </span>
        ))}
      </span>
    </span>
  )
}

const weightWords = {
  binding: 'in force',
  paused: 'paused',
  unconfirmed: 'end passed',
  off: 'not in force',
} as const
