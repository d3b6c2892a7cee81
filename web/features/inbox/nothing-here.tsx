import { getReady } from '@oreline/shared/api/health.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { formatAmount, formatCount, formatDay } from '../../ui/format.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import type { ViewProps } from './inbox-filters.tsx'
import classes from './inbox.module.css'
import { isFiltered } from './inbox-view.ts'
import { noAnswerWords } from './inbox-words.ts'

/** An empty list, and why it is empty: never "nothing new" where a source has not answered. */
export function NothingHere({ view, counts, sources, change }: ViewProps) {
  const momentText = useMomentText()
  const isOffline = useQuery(endpointQuery(getReady, {})).data?.data.offline === true
  if (counts === undefined) return null
  if (isFiltered(view))
    return (
      <div className={classes['empty']}>
        <h2>No candidate fits these filters</h2>
        <button
          type="button"
          className={classes['plain']}
          onClick={() => change({ source: null, q: null, from: null, to: null })}
        >
          Clear the filters
        </button>
      </div>
    )
  if (view.state !== 'open' && view.state !== 'all')
    return (
      <div className={classes['empty']}>
        <h2>Nothing has been {view.state === 'created' ? 'made into an event' : view.state} yet</h2>
      </div>
    )
  const answering = sources.filter(({ state }) => state === 'fresh').length
  const asked = sources.filter(({ state }) => state !== 'off').length
  const since = counts.sources.map((source) => source.since).toSorted()[0]
  if (counts.documents === 0)
    return (
      <div className={classes['empty']}>
        <h2>No document has come in yet</h2>
        <p>
          {answering === 0
            ? noAnswerWords(sources, isOffline, (at) => momentText(at, null))
            : `${answering} of ${formatAmount(asked, 'source', 'sources')} answered, without a document.`}
        </p>
      </div>
    )
  return (
    <div className={classes['empty']}>
      <h2>
        {answering === asked ? 'Nothing awaits a decision' : 'Nothing that has come in awaits a decision'}
      </h2>
      <p>
        {formatAmount(counts.documents, 'document', 'documents')} read from{' '}
        {formatAmount(counts.sources.length, 'source', 'sources')}
        {since === undefined ? '' : ` since ${formatDay(isoDateSchema.parse(since.slice(0, 10)))}`}:{' '}
        {formatCount(counts.without_terms)} without a term that is watched for,{' '}
        {formatCount(counts.linked + counts.created + counts.dismissed)} decided.
        {answering === asked
          ? ''
          : ` ${formatAmount(asked - answering, 'source does', 'sources do')} not answer at present, so there may be more.`}
      </p>
    </div>
  )
}
