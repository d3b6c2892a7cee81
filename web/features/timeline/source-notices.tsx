import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../ui/notice.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './source-notices.module.css'
import { isTrouble, troubleWords } from './trouble.ts'

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
        {troubled.map((source) => {
          const { who, rest } = troubleWords(source, (at) => momentText(at, null))
          return (
            <li key={source.source}>
              <strong>{who}</strong>
              {rest}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
