import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useMemo } from 'react'
import { formatDated, instrumentWords, jurisdictionWords } from '../../ui/policy-words.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { SelectionLink } from './selection-link.tsx'
import { sortEvents } from './sort-events.ts'
import { SortableHead } from './sortable-head.tsx'
import classes from './table.module.css'
import { useGrowingRows } from '../../ui/use-growing-rows.tsx'
import type { SortOrder } from './view.ts'

const columns = [
  { key: 'date', label: 'Announced' },
  { key: 'where', label: 'Jurisdiction' },
  { key: 'kind', label: 'Instrument' },
  { key: 'title', label: 'Event' },
  { key: 'state', label: 'State' },
] as const

export type EventTableProps = {
  readonly events: readonly PolicyEventRow[]
  readonly selected: EventId | null
  readonly sort: SortOrder
  readonly onSort: (sort: SortOrder) => void
}

/** The events of the lane as a table, for those who would rather read. */
export function EventTable({ events, selected, sort, onSort }: EventTableProps) {
  const sorted = useMemo(() => sortEvents(events, sort), [events, sort])
  const { rows, more } = useGrowingRows(sorted)
  return (
    <>
      <table className={classes['table']}>
        <SortableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          {rows.map((event) => (
            <tr key={event.id} aria-current={event.id === selected}>
              <td className={classes['when']}>{formatDated(event.announced_date, event.date_precision)}</td>
              <td>{jurisdictionWords(event.jurisdiction)}</td>
              <td>{instrumentWords[event.instrument_type]}</td>
              <td className={classes['main']}>
                <SelectionLink selection={{ kind: 'event', id: event.id }}>{event.title}</SelectionLink>
              </td>
              <td>
                {event.state === null ? (
                  <span className={classes['notPublic']}>Not yet public</span>
                ) : (
                  <StateMark value={event.state.value} unconfirmed={event.state.unconfirmed === true} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
