import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { formatAmount, formatCount, formatDay } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { SourceMark } from '../../ui/source-mark.tsx'
import { reasonWords, sourceStateWords } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import type { Counts } from './inbox-filters.tsx'
import classes from './inbox.module.css'

/** Switched off is somebody's choice; the rest of these states means that documents may be missing. */
const isSilent = ({ state }: SourceRow): boolean =>
  state === 'blocked' || state === 'broken' || state === 'stale'

/** Names the sources that fail: what they have published since is not here, which is not the same as nothing. */
export function SilentSources({ sources }: { readonly sources: readonly SourceRow[] }) {
  const momentText = useMomentText()
  const silent = sources.filter(isSilent)
  if (silent.length === 0) return null
  return (
    <Notice
      tone="warn"
      title={`${formatAmount(silent.length, 'source does', 'sources do')} not answer: what they have published since is missing here`}
      actions={
        <Link to="/sources" search>
          Sources
        </Link>
      }
    >
      {silent
        .map(({ name, state, since, why }) =>
          [
            `${name} is ${sourceStateWords[state].toLowerCase()}`,
            since === null ? '' : ` since ${momentText(since, null)}`,
            why === null ? '' : ` (${reasonWords(why)})`,
          ].join(''),
        )
        .join('; ')}
      .
    </Notice>
  )
}

/** Every source of documents: how it does, how many it gave, how many of them hold no term. */
export function SourcesPart({
  counts,
  sources,
}: {
  readonly counts: Counts | undefined
  readonly sources: readonly SourceRow[]
}) {
  if (counts === undefined) return null
  const bySource = new Map<string, Counts['sources'][number]>(
    counts.sources.map((each) => [each.source, each]),
  )
  return (
    <>
      <p className={classes['soft']}>
        {formatAmount(counts.documents, 'document', 'documents')} read, {formatCount(counts.without_terms)} of
        them without any term that is watched for; those are kept and can be read in{' '}
        <a href="/api/v1/policy-documents?matched=false">the list of all</a>.
      </p>
      <ul className={classes['sources']}>
        {sources.map((source) => (
          <SourceLine key={source.source} source={source} given={bySource.get(source.source) ?? null} />
        ))}
      </ul>
    </>
  )
}

function SourceLine({
  source: { name, state, homepage },
  given,
}: {
  readonly source: SourceRow
  readonly given: Counts['sources'][number] | null
}) {
  return (
    <li>
      <span className={classes['sourceName']}>
        <a href={homepage} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
        <SourceMark state={state} />
      </span>
      <span className={classes['faint']}>
        {given === null
          ? 'No document yet'
          : `${formatAmount(given.documents, 'document', 'documents')} since ${formatDay(isoDateSchema.parse(given.since.slice(0, 10)))}, ` +
            `${formatCount(given.open)} open${given.newest === null ? '' : `, newest ${formatDay(given.newest)}`}`}
      </span>
    </li>
  )
}
