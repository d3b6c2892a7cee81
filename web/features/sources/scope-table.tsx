import type { ScopeHealth } from '@oreline/shared/api/sources.ts'
import { ABSENT, formatDay } from '../../ui/format.ts'
import { reasonWords } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { ScopeWarnings } from './scope-warnings.tsx'
import { SourceMark } from '../../ui/source-mark.tsx'
import classes from './sources-page.module.css'

/** How a source does for each of its tickers. */
export function ScopeTable({ scopes }: { readonly scopes: readonly ScopeHealth[] }) {
  const momentText = useMomentText()
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col">Newest</th>
          <th scope="col">Last answer</th>
        </tr>
      </thead>
      <tbody>
        {scopes.map((scope) => (
          <tr key={scope.scope}>
            <th scope="row">{scope.scope}</th>
            <td>
              <SourceMark state={scope.state} /> {scope.why === null ? '' : reasonWords(scope.why)}
              <ScopeWarnings warnings={scope.warnings} />
            </td>
            <td>{scope.newest_item === null ? ABSENT : formatDay(scope.newest_item)}</td>
            <td>{scope.last_ok_at === null ? ABSENT : momentText(scope.last_ok_at, null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
