import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { CalendarFilter } from '@oreline/shared/domain/policy/calendar-filter.ts'
import { useState } from 'react'
import classes from './calendar.module.css'
import { feedAddresses } from './feed-addresses.ts'

const reminders = [
  { value: '', label: 'no reminder' },
  { value: '0', label: 'on the day' },
  { value: '1', label: 'a day before' },
  { value: '7', label: 'a week before' },
] as const

/** The same dates in the reader's own calendar, with the filters that are set. */
export function Subscribe({ filter }: { readonly filter: CalendarFilter }) {
  const [alarm, setAlarm] = useState('')
  const [copied, setCopied] = useState<string | null>(null)
  const { calendar, webcal, feed } = feedAddresses(
    location.origin,
    filter,
    alarm === '' ? null : Number(alarm),
  )
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied('Copied.')
    } catch {
      setCopied('This browser does not let the page copy: select the address instead.')
    }
  }
  return (
    <section className={classes['card']} aria-labelledby="subscribe">
      <h2 id="subscribe">Subscribe</h2>
      <p className={classes['hint']}>
        These dates in your own calendar, with the filters that are set. A date that moves is updated there;
        one that is not exact says so.
      </p>
      <NativeSelect
        size="xs"
        label="Remind me"
        value={alarm}
        data={reminders.map((one) => ({ ...one }))}
        onChange={(event) => {
          setCopied(null)
          setAlarm(event.currentTarget.value)
        }}
      />
      <TextInput size="xs" label="Address of the calendar" readOnly value={calendar} />
      <div className={classes['buttons']}>
        <Button size="compact-sm" onClick={() => void copy(calendar)}>
          Copy the address
        </Button>
        <Button size="compact-sm" variant="default" component="a" href={webcal}>
          Open in a calendar
        </Button>
        {feed === null ? null : (
          <Button size="compact-sm" variant="default" component="a" href={feed}>
            Atom feed
          </Button>
        )}
      </div>
      <output className={classes['hint']}>
        {copied ??
          (isOfThisMachine(location.hostname) ? 'Only programs on this machine can reach this address.' : '')}
      </output>
    </section>
  )
}

const isOfThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.')
