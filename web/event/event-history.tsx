import { getPolicyEventHistory, type RecordChange } from '@oreline/shared/api/policy-edits.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { endpointQuery } from '../api.ts'
import classes from './event-record.module.css'
import { ExternalLink } from '../ui/external-link.tsx'
import { FieldDiff } from '../ui/field-diff.tsx'
import { formatAmount, formatDay } from '../ui/format.ts'
import { Loaded } from '../ui/loaded.tsx'
import { useMomentText } from '../ui/use-moment-text.ts'

const actionWords: Readonly<Record<RecordChange['action'], string>> = {
  seed: 'Shipped with Oreline',
  create: 'Added',
  edit: 'Changed',
  remove: 'Taken off the timeline',
  import: 'Changed by a file',
  outcome: 'Outcome recorded',
  'from-inbox': 'From the inbox',
  'shipped-update': 'The shipped catalogue now says something else',
}

/** Every revision of an event, newest first: who, when, why, by which sources, and field by field what changed. */
export function EventHistory({
  id,
  stored = {},
}: {
  readonly id: EventId
  /** As of which moment; left out: now. */
  readonly stored?: { readonly as_of?: Instant }
}) {
  const query = useQuery(endpointQuery(getPolicyEventHistory, { params: { id }, query: stored }))
  return (
    <Loaded query={query} what="The history" height={120}>
      <ol className={classes['list']}>
        {(query.data?.data ?? []).map((change) => (
          <Entry key={`${change.recorded_at} ${change.action}`} id={id} change={change} />
        ))}
      </ol>
    </Loaded>
  )
}

function Entry({ id, change }: { readonly id: EventId; readonly change: RecordChange }) {
  const momentText = useMomentText()
  const { action, by, why, fields, revision } = change
  const isOpen = action === 'shipped-update'
  return (
    <li className={classes['entry']}>
      <div className={isOpen ? classes['attention'] : undefined}>
        <p className={classes['head']}>
          <span className={classes['what']}>
            {actionWords[action]}
            {by === null ? '' : ` by ${by}`}
          </span>
          <span className={classes['faint']}>
            {momentText(change.recorded_at, null)}
            {revision === null ? '' : `, revision ${revision}`}
          </span>
        </p>
        {why === null ? null : <p>{why}</p>}
        <Sources change={change} />
        {fields.length === 0 ? null : (
          <details open={isOpen}>
            <summary>{summaryOf(change)}</summary>
            <FieldDiff changes={fields} />
          </details>
        )}
        {isOpen ? (
          <p>
            What was entered here was left alone.{' '}
            <Link to="/events/$id/edit" params={{ id }} search={{ shipped: 'true' }}>
              Look at the shipped version, and take it
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** Of a record that begins there is nothing to compare with: all it said. */
function summaryOf({ fields, action }: RecordChange): string {
  const isWhole = fields.every(({ before }) => before === undefined)
  if (isWhole && (action === 'seed' || action === 'create' || action === 'from-inbox'))
    return 'All it said then'
  return formatAmount(fields.length, 'field', 'fields')
}

function Sources({ change: { sources, one_source_because: because } }: { readonly change: RecordChange }) {
  if (sources.length === 0) return null
  return (
    <ul className={classes['sources']} aria-label="Sources">
      {sources.map(({ name, url, date }) => (
        <li key={url}>
          <ExternalLink href={url}>{name}</ExternalLink>{' '}
          <span className={classes['faint']}>{formatDay(date)}</span>
        </li>
      ))}
      {because === null ? null : <li className={classes['faint']}>One source, because: {because}</li>}
    </ul>
  )
}
