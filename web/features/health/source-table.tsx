import type { RunRow } from '@oreline/shared/api/jobs.ts'
import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { Link } from '@tanstack/react-router'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ABSENT } from '../../ui/format.ts'
import { SourceMark } from '../../ui/source-mark.tsx'
import { providesWords, reasonWords } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './health-page.module.css'

export type SourceTableProps = {
  readonly rows: readonly SourceRow[]
  /** The ledger, newest first. */
  readonly runs: readonly RunRow[]
}

/** One row per source: since when it is as it is, when it last answered, when it is asked again. */
export function SourceTable({ rows, runs }: SourceTableProps) {
  const momentText = useMomentText()
  const moment = (at: SourceRow['since']) => (at === null ? ABSENT : momentText(at, null))
  const columns: readonly [Column<SourceRow>, ...Column<SourceRow>[]] = [
    {
      name: 'Source',
      render: ({ name, provides }) => (
        <>
          <Link to="/sources" search>
            {name}
          </Link>{' '}
          <span className={classes['name']}>{provides.map(providesWords).join(', ')}</span>
        </>
      ),
    },
    { name: 'State', render: (source) => <State source={source} /> },
    { name: 'Since', render: ({ since }) => moment(since) },
    { name: 'Last good answer', render: ({ last_ok_at: at }) => moment(at) },
    { name: 'Next attempt', render: ({ next_attempt_at: at }) => moment(at) },
    { name: 'Last run', render: ({ source }) => <LastRun run={lastRunOf(runs, source)} /> },
  ]
  return <DataTable label="Sources" columns={columns} rows={rows} keyOf={({ source }) => source} />
}

function State({ source }: { readonly source: SourceRow }) {
  const { state, why, detail } = source
  const reason = [why === null || state === 'needs-setup' ? null : reasonWords(why), detail].filter(
    (part) => part !== null,
  )
  return (
    <div className={classes['stack']}>
      <SourceMark state={state} />
      {reason.length === 0 ? null : <span className={classes['name']}>{reason.join(': ')}</span>}
    </div>
  )
}

/** The newest run in which the source was asked. */
const lastRunOf = (runs: readonly RunRow[], source: string): RunRow | undefined =>
  runs.find((run) => run.sources.some((one) => one.source === source))

function LastRun({ run }: { readonly run: RunRow | undefined }) {
  const momentText = useMomentText()
  if (run === undefined) return <span className={classes['faint']}>none yet</span>
  const outcome = run.outcome ?? (run.started_at === null ? 'queued' : 'running')
  return (
    <>
      {momentText(run.finished_at ?? run.started_at ?? run.queued_at, null)}, {outcome}
    </>
  )
}
