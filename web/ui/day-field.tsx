import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useState } from 'react'
import classes from './day-field.module.css'

export type DayFieldProps = {
  readonly label: string
  readonly value: IsoDate
  /** Both inclusive. */
  readonly min: IsoDate
  readonly max: IsoDate
  readonly onChange: (day: IsoDate) => void
}

/** The browser's own date field. A day half typed or out of bounds changes nothing, and is forgotten on leaving. */
export function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      type="date"
      className={classes['day']}
      aria-label={label}
      title={label}
      value={draft ?? value}
      min={min}
      max={max}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        const day = isoDateSchema.safeParse(event.currentTarget.value)
        const fits = day.success && day.data >= min && day.data <= max
        setDraft(fits ? null : event.currentTarget.value)
        if (fits) onChange(day.data)
      }}
    />
  )
}
