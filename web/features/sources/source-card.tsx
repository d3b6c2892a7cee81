import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { ExternalLink, hostOf } from '../../ui/external-link.tsx'
import { Facts, type Fact } from '../../ui/facts.tsx'
import { formatCount, formatDay } from '../../ui/format.ts'
import { providesWords, reasonWords } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { ScopeTable } from './scope-table.tsx'
import { ScopeWarnings } from './scope-warnings.tsx'
import { SourceMark } from '../../ui/source-mark.tsx'
import { SourceSwitch } from './source-switch.tsx'
import classes from './sources-page.module.css'

/** One source: how it does, on which terms, and a switch. */
export function SourceCard({ source }: { readonly source: SourceRow }) {
  const momentText = useMomentText()
  const { state, since } = source
  const reason = reasonOf(source)
  const moment = (name: string, at: SourceRow['since']): readonly Fact[] =>
    at === null ? [] : [{ name, value: momentText(at, null) }]
  return (
    <section className={classes['card']} aria-labelledby={`source-${source.source}`}>
      <header className={classes['head']}>
        <div>
          <h2 id={`source-${source.source}`}>{source.name}</h2>
          <p className={classes['faint']}>{source.provides.map(providesWords).join(', ')}</p>
        </div>
        {source.jobs.length === 0 ? null : <SourceSwitch source={source} />}
      </header>
      <p className={classes['state']}>
        <SourceMark state={state} />
        {since === null ? null : <span className={classes['faint']}>since {momentText(since, null)}</span>}
      </p>
      {reason === '' ? null : <p>{reason}</p>}
      <Facts
        facts={[
          ...moment('Last answer', source.last_ok_at),
          ...moment('Last asked', source.last_attempt_at),
          ...moment('Next attempt', source.next_attempt_at),
          ...(source.newest_item === null
            ? []
            : [{ name: 'Newest item', value: formatDay(source.newest_item) }]),
          { name: 'Terms', value: source.terms },
          { name: 'Limits', value: source.limits },
          {
            name: 'Public page',
            value: <ExternalLink href={source.homepage}>{hostOf(source.homepage)}</ExternalLink>,
          },
        ]}
      />
      {source.scopes.length === 1 ? <ScopeWarnings warnings={source.scopes[0]?.warnings ?? []} /> : null}
      {source.scopes.length > 1 ? (
        <details>
          <summary>
            {source.provides.includes('policy') ? 'By list' : 'By ticker'} (
            {formatCount(source.scopes.length)})
          </summary>
          <ScopeTable scopes={source.scopes} />
        </details>
      ) : null}
    </section>
  )
}

/** The code of the last outcome in words and what the source said; of a missing setting what to do. */
function reasonOf({ state, why, detail }: SourceRow): string {
  const code = why === null || state === 'needs-setup' ? null : reasonWords(why)
  return [code, detail].filter((part) => part !== null).join(': ')
}
