import type { RunRow } from '@oreline/shared/api/jobs.ts'
import { formatCount } from './format.ts'
import { troubleWords } from './run-words.ts'
import { useGrowingRows } from './use-growing-rows.tsx'
import { useMomentText } from './use-moment-text.ts'
import classes from './run-table.module.css'

const triggers: Readonly<Record<RunRow['trigger'], string>> = {
  schedule: 'schedule',
  start: 'start of Oreline',
  'catch-up': 'catching up',
  request: 'asked for',
}

/** The ledger: what ran, why, when, and what it wrote. Newest first. */
export function RunTable({ runs }: { readonly runs: readonly RunRow[] }) {
  const momentText = useMomentText()
  const { rows, more } = useGrowingRows(runs)
  if (runs.length === 0) return <p className={classes['faint']}>No job has run yet.</p>
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">Queued</th>
            <th scope="col">Because of</th>
            <th scope="col">Outcome</th>
            <th scope="col">Rows</th>
            <th scope="col">What the source said</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((run) => (
            <tr key={run.id}>
              <th scope="row">{run.title}</th>
              <td>{momentText(run.queued_at, null)}</td>
              <td>{triggers[run.trigger]}</td>
              <td>{run.outcome ?? (run.started_at === null ? 'queued' : 'running')}</td>
              <td>{formatCount(run.rows_written)}</td>
              <td>
                {[run.error, troubleWords(run.sources)]
                  .filter((words) => words !== null && words !== '')
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
