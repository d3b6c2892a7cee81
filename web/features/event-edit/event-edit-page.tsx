import { getShippedPolicyEvent } from '@oreline/shared/api/policy-edits.ts'
import { getPolicyEvent, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { eventIdSchema, type EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { endpointQuery } from '../../api.ts'
import { EventHistory } from '../../event/event-history.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSearchState } from '../../ui/use-search-state.ts'
import { ClaimsPart } from './claims-part.tsx'
import { draftOf } from './event-draft.ts'
import { EventEditor } from './event-editor.tsx'
import { eventIn, useFormData } from './event-page-data.ts'
import classes from '../../ui/form.module.css'
import { isMissing, MissingEvent } from '../../event/missing-event.tsx'
import { RemoveEvent } from './remove-event.tsx'

/** Changes one event of the catalogue; beneath, what sources say against each other and every revision so far. */
export function EventEditPage() {
  const { id: text } = useParams({ strict: false })
  const id = eventIdSchema.safeParse(text).data
  if (id === undefined)
    return (
      <Notice tone="warn" title="There is no such event">
        {String(text)} is no name of an event. <Link to="/">Back to the timeline</Link>
      </Notice>
    )
  return <EditEvent key={id} id={id} />
}

function EditEvent({ id }: { readonly id: EventId }) {
  const event = useQuery(endpointQuery(getPolicyEvent, { params: { id }, query: {} }))
  const { catalogue, instruments } = useFormData()
  const { search } = useSearchState()
  const isShipped = search['shipped'] === 'true'
  const shipped = useQuery({
    ...endpointQuery(getShippedPolicyEvent, { params: { id }, query: {} }),
    enabled: isShipped,
  })
  const row = event.data?.data
  const isReady = catalogue.data !== undefined && instruments.data !== undefined
  if (isMissing(event.error)) return <MissingEvent id={id} />
  const awaited = [event, catalogue, instruments].find(({ error }) => error !== null) ?? event
  return (
    <div className={classes['page']}>
      <title>{`Oreline: edit ${row?.title ?? id}`}</title>
      <header className={classes['intro']}>
        <h1>Edit an event</h1>
        <p>{row?.title ?? id}</p>
      </header>
      {search['saved'] === 'true' && row !== undefined ? <SavedNotice key={row.revision} id={id} /> : null}
      <Loaded query={awaited} what="The event" height={640}>
        {row === undefined || !isReady || (isShipped && shipped.data === undefined) ? null : (
          <Editing
            row={row}
            shipped={isShipped ? (shipped.data?.data?.event ?? null) : null}
            catalogue={catalogue.data.data}
            instruments={instruments.data.data}
          />
        )}
      </Loaded>
      <ClaimsPart id={id} />
      <section className={classes['card']} aria-labelledby="section-history">
        <h2 id="section-history">History</h2>
        <EventHistory id={id} />
      </section>
    </div>
  )
}

type EditingProps = {
  readonly row: PolicyEventRow
  readonly shipped: Parameters<typeof draftOf>[0] | null
  readonly catalogue: readonly PolicyEventRow[]
  readonly instruments: Parameters<typeof EventEditor>[0]['instruments']
}

function Editing({ row, shipped, catalogue, instruments }: EditingProps) {
  const navigate = useNavigate()
  const held = { revision: row.revision, event: eventIn(row) }
  return (
    <>
      {shipped === null ? null : (
        <Notice tone="info" title="This is the shipped version">
          Save it to take it; until then what was entered here holds.
        </Notice>
      )}
      <EventEditor
        // A revision that was saved begins a new form; one that somebody else saves meanwhile is told on saving.
        key={`${shipped === null} ${row.revision}`}
        name={shipped === null ? row.id : `${row.id} shipped`}
        held={held}
        proposed={shipped === null ? null : { draft: draftOf(shipped), reason: null }}
        candidate={null}
        catalogue={catalogue}
        instruments={instruments}
        onSaved={(id) =>
          void navigate({
            to: '/events/$id/edit',
            params: { id },
            search: { saved: 'true' },
            ignoreBlocker: true,
          })
        }
      />
      <RemoveEvent id={row.id} revision={row.revision} title={row.title} />
    </>
  )
}

/** Takes the focus: the button that saved is far below, of a form that has begun anew. */
function SavedNotice({ id }: { readonly id: EventId }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="info" title="Saved">
        The timeline shows it as it is now; what it said before stands in the history below.{' '}
        <Link to="/" search={{ event: id }}>
          See it on the timeline
        </Link>
      </Notice>
    </div>
  )
}
