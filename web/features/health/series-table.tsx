import type { SeriesRow } from '@oreline/shared/api/series.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ABSENT, formatAmount, formatCount, formatDay } from '../../ui/format.ts'
import { SourceMark } from '../../ui/source-mark.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './health-page.module.css'
import { SeriesSource } from './series-source.tsx'

/** One row per price series: where it comes from, how far it reaches, and what is wrong with it. */
export function SeriesTable({ rows }: { readonly rows: readonly SeriesRow[] }) {
  const momentText = useMomentText()
  if (rows.length === 0) return <p className={classes['faint']}>No series of prices is held yet.</p>
  const columns: readonly [Column<SeriesRow>, ...Column<SeriesRow>[]] = [
    {
      name: 'Series',
      render: ({ ticker, name, role, paused }) => (
        <>
          {ticker} <span className={classes['name']}>{name}</span>
          {role === 'tracked' ? null : <span className={classes['name']}> · {role}</span>}
          {paused ? (
            <>
              {' '}
              <span className={classes['badge']}>paused</span>
            </>
          ) : null}
        </>
      ),
    },
    { name: 'Source', render: (row) => <SeriesSource series={row} /> },
    { name: 'Newest session', render: (row) => <Newest row={row} /> },
    { name: 'State', render: ({ state }) => <SourceMark state={state} /> },
    {
      name: 'Gaps',
      render: ({ gaps, halts }) => <Gaps gaps={gaps} halts={halts} />,
      isQuiet: ({ gaps, halts }) => gaps + halts === 0,
    },
    {
      name: 'Under review',
      render: ({ suspects }) => <Count count={suspects} />,
      isQuiet: ({ suspects }) => suspects === 0,
    },
    {
      name: 'Disagreements',
      render: ({ disagreements }) => <Count count={disagreements} />,
      isQuiet: ({ disagreements }) => disagreements === 0,
    },
    {
      name: 'Kept out',
      render: ({ quarantined }) => <Count count={quarantined} />,
      isQuiet: ({ quarantined }) => quarantined === 0,
    },
    {
      name: 'Last change',
      render: ({ last_changed_at: at, corrected }) => (
        <>
          {at === null ? ABSENT : momentText(at, null)}
          {corrected === 0 ? null : (
            <span className={classes['name']}>
              {' '}
              · {formatAmount(corrected, 'bar', 'bars')} corrected since first stored
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable
      label="Series of prices"
      columns={columns}
      rows={rows}
      keyOf={({ ticker }) => ticker}
      anchorOf={({ ticker }) => `series-${ticker}`}
    />
  )
}

function Newest({ row }: { readonly row: SeriesRow }) {
  const { newest_session: newest, age_sessions: age, paused } = row
  if (newest === null) return <span className={classes['doubt']}>no price yet</span>
  return (
    <>
      {formatDay(newest)},{' '}
      <span className={age === 0 || paused ? classes['faint'] : classes['doubt']}>{ageWords(age)}</span>
    </>
  )
}

function ageWords(age: number | null): string {
  if (age === null) return 'age unknown: the calendar does not reach today'
  return age === 0 ? 'the newest' : `${formatAmount(age, 'session', 'sessions')} old`
}

function Gaps({ gaps, halts }: { readonly gaps: number; readonly halts: number }) {
  return (
    <>
      <Count count={gaps} />
      {halts === 0 ? null : (
        <span className={classes['faint']}> and {formatAmount(halts, 'halt', 'halts')}</span>
      )}
    </>
  )
}

/** None is faint, so that the eye finds what there is. */
function Count({ count }: { readonly count: number }) {
  return <span className={count === 0 ? classes['faint'] : classes['doubt']}>{formatCount(count)}</span>
}
