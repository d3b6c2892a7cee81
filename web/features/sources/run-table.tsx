import type { RunRow } from '@oreline/shared/api/jobs.ts'
import { formatCount } from '../../ui/format.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './sources-page.module.css'

const triggers: Readonly<Record<RunRow['trigger'], string>> = {
  schedule: 'schedule',
  start: 'start of Oreline',
  'catch-up': 'catching up',
  request: 'asked for',
}

/** The ledger: what ran, why, when, and what it wrote. Newest first. */
export function RunTable({ runs }: { readonly runs: readonly RunRow[] }) {
  const momentText = useMomentText()
  if (runs.length === 0) return <p className={classes['faint']}>No job has run yet.</p>
  return (
    <table className={`${classes['table']} ${classes['ledger']}`}>
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
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">{run.title}</th>
            <td>{momentText(run.queued_at, null)}</td>
            <td>{triggers[run.trigger]}</td>
            <td>{run.outcome ?? (run.started_at === null ? 'queued' : 'running')}</td>
            <td>{formatCount(run.rows_written)}</td>
            <td>{said(run)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Errors first; of sources that simply answered, nothing. */
function said({ error, sources }: RunRow): string {
  const notes = sources
    .filter(({ kind }) => kind !== 'ok' && kind !== 'unchanged' && kind !== 'empty')
    .map(
      ({ source, scope, kind, detail }) =>
        `${source} ${scope}: ${kind}${detail === null ? '' : `, ${detail}`}`,
    )
  return [...(error === null ? [] : [error]), ...notes].join('; ')
}
