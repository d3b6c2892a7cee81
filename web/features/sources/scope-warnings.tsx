import type { ScopeHealth } from '@oreline/shared/api/sources.ts'
import { warningWords } from '../../ui/source-words.ts'
import classes from './sources-page.module.css'

/** What was odd in the last good answer: rows set aside, sessions missing, prices under review. */
export function ScopeWarnings({ warnings }: Pick<ScopeHealth, 'warnings'>) {
  if (warnings.length === 0) return null
  return (
    <ul className={classes['warnings']}>
      {warnings.map((warning) => (
        <li key={`${warning.code} ${warning.detail}`}>{warningWords(warning)}</li>
      ))}
    </ul>
  )
}
