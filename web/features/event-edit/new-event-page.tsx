import { getCandidate, type Candidate } from '@oreline/shared/api/inbox.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { endpointQuery } from '../../api.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSearchState } from '../../ui/use-search-state.ts'
import { candidateDraft, candidateReason } from './candidate-draft.ts'
import { EventEditor } from './event-editor.tsx'
import { useFormData } from './event-page-data.ts'
import classes from '../../ui/form.module.css'
import { lastName } from '../../ui/last-name.ts'

/** Adds an event to the catalogue: from nothing, or from a candidate of the inbox (`?from=`). */
export function NewEventPage() {
  const { search } = useSearchState()
  const { catalogue, instruments } = useFormData()
  const from = Number(search['from'])
  const isFromInbox = Number.isSafeInteger(from) && from > 0
  const candidate = useQuery({
    ...endpointQuery(getCandidate, { params: { id: from }, query: {} }),
    enabled: isFromInbox,
  })
  const queries = [catalogue, instruments, ...(isFromInbox ? [candidate] : [])]
  const awaited = queries.find(({ error }) => error !== null) ?? queries.at(-1) ?? catalogue
  const isReady = queries.every(({ data }) => data !== undefined)
  return (
    <div className={classes['page']}>
      <title>Oreline: add an event</title>
      <header className={classes['intro']}>
        <h1>Add an event</h1>
        <p>
          What was announced, by whom, and when the market could first know. It enters the timeline with your
          name, your reason and your sources.
        </p>
      </header>
      <Loaded query={awaited} what="The form" height={640}>
        {isReady ? (
          <New
            candidate={candidate.data?.data ?? null}
            catalogue={catalogue.data?.data ?? []}
            instruments={instruments.data?.data ?? []}
          />
        ) : null}
      </Loaded>
    </div>
  )
}

type NewProps = { readonly candidate: Candidate | null } & Pick<
  Parameters<typeof EventEditor>[0],
  'catalogue' | 'instruments'
>

function New({ candidate, catalogue, instruments }: NewProps) {
  const navigate = useNavigate()
  return (
    <>
      {candidate === null ? null : <CandidateNotice key={candidate.id} candidate={candidate} />}
      <EventEditor
        key={candidate?.id ?? 'new'}
        name={candidate === null ? 'new' : `candidate-${candidate.id}`}
        held={null}
        proposed={
          candidate === null
            ? null
            : { draft: candidateDraft(candidate), reason: candidateReason(candidate, lastName()) }
        }
        candidate={candidate?.id ?? null}
        catalogue={catalogue}
        instruments={instruments}
        onSaved={(id) =>
          void navigate({
            to: '/events/$id/edit',
            params: { id },
            search: { saved: 'true' },
            ignoreBlocker: true,
            replace: true,
          })
        }
      />
    </>
  )
}

function CandidateNotice({ candidate }: { readonly candidate: Candidate }) {
  // As it was when the form was opened, for saving decides it; where somebody was quicker, saving is refused.
  const [isOpen] = useState(candidate.state === 'open')
  return (
    <Notice
      tone={isOpen ? 'info' : 'warn'}
      title={
        isOpen
          ? 'From the inbox: filled in from what the documents say'
          : 'This candidate has been decided already'
      }
    >
      Nothing of it is checked. Read the documents, then mend and complete the fields.
      <ul>
        {candidate.documents.map(({ source, source_id: id, url, title }) => (
          <li key={`${source} ${id}`}>
            <ExternalLink href={url}>{title}</ExternalLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
