import type { MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDated, stageWords } from '../../ui/policy-words.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './chain-page.module.css'
import { EditButton, type Editing } from './edit-button.tsx'
import { EventLink } from './event-link.tsx'
import { holderOf, moneyWords, promiseWords } from './money.ts'
import { SourceLink } from './source-link.tsx'

/** Every row, the newest first; one whose money another row holds, or nobody promises any more, is struck out and says why. */
export function MoneyTable({ rows, onEdit }: Editing & { readonly rows: readonly MoneyRow[] }) {
  return (
    <DataTable
      label="Money announced"
      rows={rows.toSorted((one, other) => (one.date < other.date ? 1 : -1))}
      keyOf={({ id }) => id}
      columns={[
        { name: 'Announced', render: ({ date, date_precision: precision }) => formatDated(date, precision) },
        { name: 'From', render: ({ payer }) => payer },
        { name: 'To', render: ({ payee }) => payee },
        { name: 'Amount', render: (row) => <Amount row={row} rows={rows} /> },
        { name: 'Kind', render: ({ kind }) => kind.replaceAll('-', ' ') },
        { name: 'Stage', render: ({ stage }) => stageWords[stage] },
        { name: 'Event', isQuiet: ({ event_id: id }) => id === null, render: (row) => <EventOf row={row} /> },
        {
          name: 'Source',
          render: ({ source, confidence, note }) => (
            <>
              <SourceLink source={source} />, {confidence}
              {note === null ? null : <span className={classes['note']}>{note}</span>}
            </>
          ),
        },
        ...(onEdit === null
          ? []
          : [
              {
                name: 'Change',
                render: (row: MoneyRow) => (
                  <EditButton
                    what={`${row.payer} to ${row.payee}`}
                    edited={{ part: 'money', row }}
                    onEdit={onEdit}
                  />
                ),
              },
            ]),
      ]}
    />
  )
}

function Amount({ row, rows }: { readonly row: MoneyRow; readonly rows: readonly MoneyRow[] }) {
  const holder = holderOf(row, rows)
  return (
    <>
      {holder === null && !row.ended ? moneyWords(row) : <s>{moneyWords(row)}</s>}
      <span className={classes['note']}>{promiseWords(row)}</span>
      {holder === null ? null : (
        <span className={classes['note']}>
          in no sum: the same money is in {moneyWords(holder)} of{' '}
          {formatDated(holder.date, holder.date_precision)}
        </span>
      )}
    </>
  )
}

function EventOf({ row: { event_id: id, event_state: state } }: { readonly row: MoneyRow }) {
  if (id === null) return null
  return (
    <EventLink id={id}>
      {state === null ? 'Event' : <StateMark value={state.value} unconfirmed={state.unconfirmed === true} />}
    </EventLink>
  )
}
