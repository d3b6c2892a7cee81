import type { GapRow } from '@oreline/shared/api/gaps.ts'
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { ABSENT, formatAmount, formatDay } from '../../ui/format.ts'
import { gapKindWords, gapReasonWords, triesWords } from '../../ui/gap-words.ts'
import { useGrowingRows } from '../../ui/use-growing-rows.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './health-page.module.css'
import { sortGaps } from './trailing-gaps.ts'

type Props = { readonly rows: readonly GapRow[]; readonly series: readonly SeriesRow[] }

/** Series that have ended, then single sessions by the calendar without a price, newest first, and what is done about each. */
export function GapTable({ rows: all, series }: Props) {
  const momentText = useMomentText()
  const { ended, rest } = sortGaps(all, series)
  const { rows, more } = useGrowingRows(rest)
  if (all.length === 0)
    return <p className={classes['faint']}>Every session by the calendar has its price.</p>
  const columns: readonly [Column<GapRow>, ...Column<GapRow>[]] = [
    {
      name: 'Session',
      render: ({ ticker, date }) => (
        <>
          {ticker} <span className={classes['name']}>{formatDay(date)}</span>
        </>
      ),
    },
    {
      name: 'Kind',
      render: ({ kind }) => (
        <span className={kind === 'halt' ? undefined : classes['doubt']}>{gapKindWords[kind]}</span>
      ),
    },
    {
      name: 'What the source said',
      render: ({ reason, source }) => gapReasonWords(reason, source),
    },
    {
      name: 'Asked for',
      render: ({ tries, last_tried_at: last }) =>
        last === null ? triesWords(tries) : `${triesWords(tries)}, last ${momentText(last, null)}`,
    },
    {
      name: 'Next try',
      render: ({ kind, tries, next_try_at: next }) => {
        if (next !== null) return momentText(next, null)
        if (kind === 'halt') return ABSENT
        return tries === 0 ? 'not planned yet' : 'given up'
      },
    },
    {
      name: 'Explanation',
      render: (row) => <Explanation row={row} />,
      isQuiet: ({ kind, explanation, url }) => kind !== 'closure' && explanation === null && url === null,
    },
  ]
  return (
    <>
      {ended.length > 0 && (
        <ul className={classes['ended']}>
          {ended.map(({ ticker, since, sessions }) => (
            <li key={ticker}>
              <strong>{ticker}</strong> has no price after {formatDay(since)}:{' '}
              {formatAmount(sessions, 'session', 'sessions')} since then.
            </li>
          ))}
        </ul>
      )}
      {rest.length === 0 ? null : (
        <DataTable
          label="Sessions without a price"
          columns={columns}
          rows={rows}
          keyOf={({ ticker, date }) => `${ticker} ${date}`}
        />
      )}
      {more}
    </>
  )
}

function Explanation({ row: { kind, explanation, url } }: { readonly row: GapRow }) {
  if (explanation === null && url === null)
    return kind === 'closure'
      ? 'No instrument of the exchange has it: overrule the calendar below, if it is wrong.'
      : null
  const words = explanation ?? 'Announcement'
  return url === null ? words : <ExternalLink href={url}>{words}</ExternalLink>
}
