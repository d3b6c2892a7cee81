import { addDays, daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useState } from 'react'
import { formatDay } from '../../ui/format.ts'
import classes from './chain-page.module.css'

/** From the year in which tariffs and controls began to meet, to a year from now. */
const FIRST = isoDateSchema.parse('2023-01-01')
const DAYS_AHEAD = 365

export type DaySliderProps = {
  readonly value: IsoDate
  readonly today: IsoDate
  readonly onChange: (day: IsoDate) => void
}

/** The browser's own slider over days. The day counts when it is let go, so that not every day on the way is asked for. */
export function DaySlider({ value, today, onChange }: DaySliderProps) {
  const [draft, setDraft] = useState<IsoDate | null>(null)
  const shown = draft ?? value
  const settle = () => {
    if (draft !== null && draft !== value) onChange(draft)
    setDraft(null)
  }
  return (
    <>
      <input
        type="range"
        className={classes['slider']}
        aria-label="Slide to another day"
        aria-valuetext={formatDay(shown)}
        min={0}
        max={daysBetween(FIRST, today) + DAYS_AHEAD}
        value={Math.max(0, daysBetween(FIRST, shown))}
        onChange={(event) => setDraft(addDays(FIRST, Number(event.currentTarget.value)))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      {draft === null ? null : <output className={classes['faint']}>{formatDay(draft)}</output>}
    </>
  )
}
