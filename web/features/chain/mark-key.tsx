import { CoverageSample } from '../../charts/coverage-mark.tsx'
import classes from './chain-page.module.css'
import { statusWords, type CoverageStatus } from './coverage-words.ts'

const statuses: readonly CoverageStatus[] = ['operating', 'commissioning', 'planned', 'idle', 'none']

/** What the marks mean. */
export function MarkKey() {
  return (
    <ul className={classes['key']} aria-label="What the marks mean">
      {statuses.map((status) => (
        <li key={status}>
          <CoverageSample status={status} letter="" ink="var(--ore-ink-soft)" />
          {statusWords[status]}
        </li>
      ))}
      <li>
        <CoverageSample status="operating" letter="" ink="var(--ore-ink-soft)" hasPlan />
        More planned
      </li>
    </ul>
  )
}
