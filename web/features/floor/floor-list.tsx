import type { MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import type { Floor } from '@oreline/shared/domain/floor/floor.ts'
import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { ABSENT, formatDay, formatQuantity } from '../../ui/format.ts'
import { StateMark } from '../../ui/state-mark.tsx'

/** The floors drawn, each with its event. */
export function FloorList({ floors }: { readonly floors: readonly Floor[] }) {
  return (
    <DataTable
      label="Floors"
      columns={[
        {
          name: 'Floor',
          render: ({ event_id: id, title }) => (
            <Link to="/" search={{ event: id }}>
              {title}
            </Link>
          ),
        },
        { name: 'USD/kg', render: ({ value, of }) => `${formatQuantity(value)} of ${of}` },
        { name: 'Counts from', render: ({ from }) => formatDay(from) },
        {
          name: 'To',
          render: ({ to, term }) => (to === null ? (term ?? ABSENT) : formatDay(to)),
        },
        {
          name: 'State',
          render: ({ state }) =>
            state === null ? (
              'not public'
            ) : (
              <StateMark value={state.value} unconfirmed={state.unconfirmed === true} />
            ),
        },
      ]}
      rows={floors}
      keyOf={({ event_id: id }) => id}
    />
  )
}

/** Floors in letters and of other kinds, which are not drawn beside a price. */
export function OtherFloors({ rows }: { readonly rows: readonly MoneyRow[] }) {
  return (
    <DataTable
      label="Other floors"
      columns={[
        { name: 'From, to', render: ({ payer, payee }) => `${payer} → ${payee}` },
        {
          name: 'What',
          render: ({ amount, currency, unit }) => `${formatQuantity(amount)} ${currency} ${unit}`,
        },
        { name: 'Announced', render: ({ date }) => formatDay(date) },
        { name: 'Note', render: ({ note }) => note ?? ABSENT },
        {
          name: 'Source',
          render: ({ source }) =>
            source.url === null ? source.name : <ExternalLink href={source.url}>{source.name}</ExternalLink>,
        },
      ]}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}
