import type { DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { formatDay, formatFigure, formatPreciseChange } from '../../ui/format.ts'
import { disagreementSource } from '../../ui/source-words.ts'
import { useGrowingRows } from '../../ui/use-growing-rows.tsx'
import { TimelineDayLink } from '../../ui/timeline-day-link.tsx'
import classes from './health-page.module.css'

const fieldWords: Readonly<Record<DisagreementRow['field'], string>> = {
  close: 'Close, split-adjusted',
  adj_close: 'Adjusted close',
}

const columns: readonly [Column<DisagreementRow>, ...Column<DisagreementRow>[]] = [
  {
    name: 'Day',
    render: ({ ticker, date }) => (
      <>
        {ticker}{' '}
        <span className={classes['name']}>
          <TimelineDayLink date={date}>{formatDay(date)}</TimelineDayLink>
        </span>
      </>
    ),
  },
  { name: 'Figure', render: ({ field }) => fieldWords[field] },
  { name: 'Shown', render: ({ source, value }) => <Figure value={value} source={source} /> },
  {
    name: 'Other',
    render: ({ other_source: source, other_value: value }) => <Figure value={value} source={source} />,
  },
  { name: 'Difference', render: ({ difference }) => formatPreciseChange(difference) },
]

/** Both values, who says which, and how far apart they are. */
export function DisagreementTable({ rows: all }: { readonly rows: readonly DisagreementRow[] }) {
  const { rows, more } = useGrowingRows(all)
  if (all.length === 0) return <p className={classes['faint']}>Nobody disagrees.</p>
  return (
    <>
      <DataTable
        label="Disagreements"
        columns={columns}
        rows={rows}
        keyOf={({ ticker, date, field, other_source: other }) => `${ticker} ${date} ${field} ${other}`}
      />
      {more}
    </>
  )
}

function Figure({ value, source }: { readonly value: number; readonly source: string }) {
  return (
    <>
      {formatFigure(value)} <span className={classes['name']}>{disagreementSource(source)}</span>
    </>
  )
}
