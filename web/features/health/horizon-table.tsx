import type { HorizonRow } from '@oreline/shared/api/calendar-overrides.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { formatAmount, formatCount, formatDay } from '../../ui/format.ts'
import classes from './health-page.module.css'

const columns: readonly [Column<HorizonRow>, ...Column<HorizonRow>[]] = [
  { name: 'Calendar', render: ({ name }) => name },
  { name: 'Confirmed through', render: ({ confirmed_through: end }) => formatDay(end) },
  {
    name: 'Left',
    render: ({ days_left: left, warn }) => (
      <span className={warn ? classes['doubt'] : undefined}>
        {left <= 0 ? 'it has ended' : formatAmount(left, 'day', 'days')}
        {warn ? ', the next days are to be confirmed' : ''}
      </span>
    ),
  },
  {
    name: 'Likely closed after it',
    render: ({ expected }) =>
      expected.length === 0 ? null : (
        <details>
          <summary>{formatCount(expected.length)} days</summary>
          <ul>
            {expected.map(({ date, likelihood }) => (
              <li key={date}>
                {formatDay(date)} <span className={classes['faint']}>{likelihood}</span>
              </li>
            ))}
          </ul>
        </details>
      ),
    isQuiet: ({ expected }) => expected.length === 0,
  },
]

/** How far each calendar is known; past that Oreline says "unknown" and guesses nothing. */
export function HorizonTable({ rows }: { readonly rows: readonly HorizonRow[] }) {
  return (
    <DataTable
      label="Reach of the calendars"
      columns={columns}
      rows={rows}
      keyOf={({ calendar }) => calendar}
    />
  )
}
