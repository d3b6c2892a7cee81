import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { reasonWords, sourceStateWords } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './source-notices.module.css'
import { isTrouble, troubledScopes } from './trouble.ts'

/** Names every source that does not deliver, since when, and what is shown instead. */
export function SourceNotices({ sources }: { readonly sources: readonly SourceRow[] }) {
  const momentText = useMomentText()
  const troubled = sources.filter(isTrouble)
  if (troubled.length === 0) return null
  return (
    <Notice
      tone="warn"
      title={
        troubled.length === 1 ? 'A source does not deliver' : `${troubled.length} sources do not deliver`
      }
      actions={
        <Link to="/sources" search>
          All sources
        </Link>
      }
    >
      <ul className={classes['sources']}>
        {troubled.map((source) => (
          <li key={source.source}>
            <strong>
              {source.name} {sourceStateWords[source.state].toLowerCase()}
            </strong>
            {source.since === null ? '' : ` since ${momentText(source.since, null)}`}
            {troubledScopes(source)}
            {source.why === null ? '' : `: ${reasonWords(source.why)}`}
            {source.newest_item === null
              ? '; nothing of it is stored'
              : `; showing data to ${formatDay(source.newest_item)}`}
            {source.next_attempt_at === null
              ? ''
              : `; next attempt ${momentText(source.next_attempt_at, null)}`}
            .
          </li>
        ))}
      </ul>
    </Notice>
  )
}
