import { NativeSelect, TextInput } from '@mantine/core'
import type { EndpointOutput } from '@oreline/shared/kernel/endpoint.ts'
import type { getInboxCounts } from '@oreline/shared/api/inbox.ts'
import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { isoDateSchema, sourceIdSchema } from '@oreline/shared/kernel/brand.ts'
import { useState } from 'react'
import { formatCount } from '../../ui/format.ts'
import classes from './inbox.module.css'
import { isFiltered, shownStates, type InboxView } from './inbox-view.ts'

export type Counts = EndpointOutput<typeof getInboxCounts>['data']

export type ViewProps = {
  readonly view: InboxView
  /** undefined: not known yet. */
  readonly counts: Counts | undefined
  /** Those that give documents. */
  readonly sources: readonly SourceRow[]
  readonly change: (patch: Partial<InboxView>) => void
}

const labels: Readonly<Record<InboxView['state'], string>> = {
  open: 'Open',
  linked: 'Linked',
  created: 'Made into events',
  dismissed: 'Dismissed',
  all: 'All',
}

/** Which candidates are shown; the address follows. */
export function InboxFilters({ view, counts, sources, change }: ViewProps) {
  return (
    <div className={classes['filters']}>
      <fieldset className={classes['states']} aria-label="Which candidates">
        {shownStates.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={view.state === state}
            onClick={() => change({ state, candidate: null })}
          >
            {labels[state]}
            {state === 'all' || counts === undefined ? null : (
              <span className={classes['count']}>{formatCount(counts[state])}</span>
            )}
          </button>
        ))}
      </fieldset>
      <div className={classes['fields']}>
        <Search key={view.q ?? ''} q={view.q} change={change} />
        <NativeSelect
          size="xs"
          aria-label="Source"
          value={view.source ?? ''}
          onChange={(event) =>
            change({ source: sourceIdSchema.safeParse(event.currentTarget.value).data ?? null })
          }
          data={[
            { value: '', label: 'Every source' },
            ...sources.map(({ source, name }) => ({ value: source, label: name })),
          ]}
        />
        <Day
          label="From"
          day={view.from}
          onDay={(from) => change({ from, ...(isBefore(view.to, from) ? { to: null } : {}) })}
        />
        <Day
          label="To"
          day={view.to}
          onDay={(to) => change({ to, ...(isBefore(to, view.from) ? { from: null } : {}) })}
        />
        {isFiltered(view) ? (
          <button
            type="button"
            className={classes['plain']}
            onClick={() => change({ source: null, q: null, from: null, to: null })}
          >
            Clear
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** Asked for when it is sent, not with every letter. */
function Search({ q, change }: { readonly q: string | null; readonly change: ViewProps['change'] }) {
  const [text, setText] = useState(q ?? '')
  return (
    <search className={classes['search']}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const words = text.trim()
          change({ q: words.length < 2 ? null : words.slice(0, 100) })
        }}
      >
        <TextInput
          size="xs"
          type="search"
          aria-label="Words in title, summary or passage"
          placeholder="Words in the documents"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  )
}

const isBefore = (day: InboxView['to'], other: InboxView['from']): boolean =>
  day !== null && other !== null && day < other

type DayProps = {
  readonly label: string
  readonly day: InboxView['from']
  readonly onDay: (day: InboxView['from']) => void
}

/** The browser's own date field. While a day is half typed nothing changes; left empty it asks for none. */
function Day({ label, day, onDay }: DayProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <label className={classes['day']}>
      {label}
      <input
        type="date"
        min="2000-01-01"
        value={draft ?? day ?? ''}
        onBlur={() => {
          if (draft === '' && day !== null) onDay(null)
          setDraft(null)
        }}
        onChange={({ currentTarget: { value } }) => {
          const typed = isoDateSchema.safeParse(value)
          const isDay = typed.success && typed.data >= '2000-01-01'
          setDraft(isDay ? null : value)
          if (isDay) onDay(typed.data)
        }}
      />
    </label>
  )
}
