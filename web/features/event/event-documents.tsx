import { getEventDocuments } from '@oreline/shared/api/policy-documents.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { formatDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/section.tsx'
import { sourceName } from '../../ui/source-words.ts'
import classes from './event-page.module.css'
import type { EventMoment } from './use-event-moment.ts'

/** What became of a document since it was linked, which the event may have to follow. */
const fates = {
  withdrawn: 'withdrawn before publication',
  vanished: 'listed for publication, never published',
} as const

/** Documents of government feeds that a person has linked to the event. */
export function EventDocuments({
  id,
  stored,
}: {
  readonly id: EventId
  readonly stored: EventMoment['stored']
}) {
  const query = useQuery(endpointQuery(getEventDocuments, { params: { id }, query: stored }))
  const documents = query.data?.data ?? []
  return (
    <Loaded query={query} what="The documents" height={24}>
      {documents.length === 0 ? null : (
        <Section title="Documents linked to it">
          <ul className={classes['plain']}>
            {documents.map(({ source, source_id: sourceId, title, url, published_on: day, stage }) => (
              <li key={`${source} ${sourceId}`}>
                <ExternalLink href={url}>{title}</ExternalLink>{' '}
                <span className={classes['faint']}>
                  {[
                    sourceName(source),
                    ...(day === null ? [] : [formatDay(day)]),
                    ...(stage === 'withdrawn' || stage === 'vanished' ? [fates[stage]] : []),
                  ].join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Loaded>
  )
}
