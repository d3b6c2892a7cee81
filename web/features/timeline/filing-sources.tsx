import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { Link } from '@tanstack/react-router'
import { isSecond, sourceStateWords } from '../../ui/source-words.ts'
import classes from './line-table.module.css'

/**
 * Which sources of filings do not deliver, so that a lane without ticks is not taken for a company without filings. A
 * second source that fails leaves no lane empty.
 */
export function FilingSources({ sources }: { readonly sources: readonly SourceRow[] }) {
  const silent = sources.filter(
    ({ source, provides, state }) => provides.includes('filings') && state !== 'fresh' && !isSecond(source),
  )
  if (silent.length === 0) return null
  return (
    <p className={classes['note']}>
      Filings:{' '}
      {silent.map(({ name, state }) => `${name} ${sourceStateWords[state].toLowerCase()}`).join(' · ')}
      {'. '}
      <Link to="/sources" search>
        Why
      </Link>
    </p>
  )
}
