import type { GapRow } from '@oreline/shared/api/gaps.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { ABSENT, formatDay } from '../../ui/format.ts'
import { gapKindWords, gapReasonWords, triesWords } from '../../ui/gap-words.ts'
import { useGrowingRows } from '../../ui/use-growing-rows.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './health-page.module.css'

/** Sessions by the calendar without a price, newest first, and what is done about each. */
export function GapTable({ rows: all }: { readonly rows: readonly GapRow[] }) {
  const momentText = useMomentText()
  const { rows, more } = useGrowingRows(all)
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
      <DataTable
        label="Sessions without a price"
        columns={columns}
        rows={rows}
        keyOf={({ ticker, date }) => `${ticker} ${date}`}
      />
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
