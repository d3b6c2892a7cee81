import { TextInput } from '@mantine/core'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { eventIdSchema, type EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endpointQuery } from '../../api.ts'
import { formatDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import classes from './inbox.module.css'

const MOST_SHOWN = 100

/** Chooses one event of the whole catalogue: words narrow the list, the newest come first. */
export function EventChoice({
  chosen,
  error,
  onChoose,
}: {
  readonly chosen: EventId | null
  readonly error: string | null
  /** null: none, for the words have changed. */
  readonly onChoose: (id: EventId | null) => void
}) {
  const [words, setWords] = useState('')
  const events = useQuery(endpointQuery(getPolicyEvents, { query: { context: 'true', limit: 1_000 } }))
  const wanted = words.toLowerCase().split(/\s+/)
  const found = (events.data?.data ?? [])
    .filter(({ title, id, announced_date: day }) => {
      const text = `${title} ${id} ${day}`.toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    .toReversed()
  return (
    <Loaded query={events} what="The events" height={180}>
      <TextInput
        size="xs"
        label="Words in its title"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          onChoose(null)
        }}
      />
      <label className={classes['choice']}>
        <span>Event{found.length > MOST_SHOWN ? `: the newest ${MOST_SHOWN} of ${found.length}` : ''}</span>
        <select
          size={8}
          aria-invalid={error !== null}
          value={chosen ?? ''}
          onChange={(event) => {
            const id = eventIdSchema.safeParse(event.currentTarget.value).data
            if (id !== undefined) onChoose(id)
          }}
        >
          <option value="" disabled>
            {found.length === 0 ? 'No event has these words' : 'Choose one'}
          </option>
          {found.slice(0, MOST_SHOWN).map(({ id, title, announced_date: day }) => (
            <option key={id} value={id}>
              {formatDay(day)} · {title}
            </option>
          ))}
        </select>
        {error === null ? null : <span className={classes['error']}>{error}</span>}
      </label>
    </Loaded>
  )
}
