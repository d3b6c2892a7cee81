import { Button, Popover } from '@mantine/core'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import { ownZone, useMoment, useZoneChoice } from '../../ui/use-moment-text.ts'
import { readAsOf, type AsOfDraft } from './as-of.ts'
import classes from './toolbar.module.css'

export type AsOfMenuProps = {
  /** null: now. */
  readonly asOf: Instant | null
  readonly onChange: (asOf: Instant | null) => void
}

/** Chooses the moment whose store is shown: a day, and a time for those who need it. */
export function AsOfMenu({ asOf, onChange }: AsOfMenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const choose = (moment: Instant | null) => {
    setIsOpen(false)
    onChange(moment)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={classes['menu']}
          aria-pressed={asOf !== null}
          onClick={() => setIsOpen(!isOpen)}
        >
          As stored on…
          <ChevronDownIcon />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes['dropdown'] ?? ''}>
        <AsOfForm asOf={asOf} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

type AsOfFormProps = {
  readonly asOf: Instant | null
  readonly onChoose: (asOf: Instant | null) => void
}

function AsOfForm({ asOf, onChoose }: AsOfFormProps) {
  const moment = useMoment()
  const { zone } = useZoneChoice()
  const shown = moment(asOf ?? readClock(), null)
  const [draft, setDraft] = useState<AsOfDraft>({ date: shown.date, time: asOf === null ? '' : shown.time })
  const [isRefused, setIsRefused] = useState(false)
  const change = (patch: Partial<AsOfDraft>) => {
    setIsRefused(false)
    setDraft({ ...draft, ...patch })
  }
  return (
    <form
      className={classes['asOf']}
      aria-label="As stored on"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = readAsOf(draft, { zone, own: ownZone(), now: readClock() })
        if (chosen === null) setIsRefused(true)
        else onChoose(chosen)
      }}
    >
      <p>Shows what Oreline had stored at a moment in the past, and nothing that came later.</p>
      <label>
        Day
        <input
          type="date"
          value={draft.date}
          max={moment(readClock(), null).date}
          onChange={(event) => change({ date: event.currentTarget.value })}
        />
      </label>
      <label>
        Time, if it matters
        <input
          type="time"
          value={draft.time}
          onChange={(event) => change({ time: event.currentTarget.value })}
        />
      </label>
      <p className={classes['label']}>
        {shown.zone === 'UTC' ? 'In UTC' : `In the zone shown: ${shown.zone}`}; without a time, the end of the
        day.
      </p>
      {isRefused ? <p role="alert">Choose a day that has begun already.</p> : null}
      <div className={classes['group']}>
        <Button type="submit" size="xs">
          Show
        </Button>
        {asOf === null ? null : (
          <Button size="xs" variant="default" onClick={() => onChoose(null)}>
            Back to now
          </Button>
        )}
      </div>
    </form>
  )
}

const readClock = () => instantOf(Temporal.Now.instant().epochMilliseconds)
