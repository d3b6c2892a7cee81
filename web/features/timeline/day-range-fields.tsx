import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { DayRange } from '../../charts/timeline.ts'
import { DayField } from '../../ui/day-field.tsx'
import classes from './toolbar.module.css'

export type DayRangeFieldsProps = {
  readonly shown: DayRange
  readonly reachable: DayRange
  readonly onChange: (days: DayRange) => void
}

/** The first and the last day shown, to be set by hand. */
export function DayRangeFields({ shown, reachable, onChange }: DayRangeFieldsProps) {
  return (
    <fieldset className={classes['group']} aria-label="Days shown">
      <DayField
        label="First day shown"
        value={shown.from}
        min={reachable.from}
        max={addDays(shown.to, -1)}
        onChange={(from) => onChange({ from, to: shown.to })}
      />
      <span aria-hidden="true">–</span>
      <DayField
        label="Last day shown"
        value={shown.to}
        min={addDays(shown.from, 1)}
        max={reachable.to}
        onChange={(to) => onChange({ from: shown.from, to })}
      />
    </fieldset>
  )
}
