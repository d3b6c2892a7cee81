import { getPolicyEventHistory } from '@oreline/shared/api/policy-edits.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CallError, endpointQuery } from '../api.ts'
import { EventHistory } from './event-history.tsx'
import classes from '../ui/form.module.css'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'

/** Whether a failure says that there is no such event, which trying again does not change. */
export const isMissing = (error: Error | null) =>
  error instanceof CallError &&
  error.failure.kind === 'problem' &&
  error.failure.problem.code === 'unknown-event'

/** An event that is not in the catalogue: never was, or was taken off, which its history tells. */
export function MissingEvent({ id }: { readonly id: EventId }) {
  const history = useQuery(endpointQuery(getPolicyEventHistory, { params: { id }, query: {} }))
  const { data, error } = history
  const wasThere = data !== undefined
  // Whether it ever was there is only known from an answer.
  if (!wasThere && !isMissing(error))
    return (
      <Loaded query={history} what="The history of the event" height={240}>
        {null}
      </Loaded>
    )
  return (
    <div className={classes['page']}>
      <title>{`Oreline: ${wasThere ? 'an event that was taken off' : 'no such event'}`}</title>
      <Notice
        tone="warn"
        title={wasThere ? 'This event was taken off the timeline' : 'There is no such event'}
      >
        {wasThere ? 'What it said stands in its history below. ' : `Nothing is or was held under ${id}. `}
        <Link to="/">Back to the timeline</Link>
      </Notice>
      {wasThere ? (
        <section className={classes['card']} aria-labelledby="section-history">
          <h2 id="section-history">History</h2>
          <EventHistory id={id} />
        </section>
      ) : null}
    </div>
  )
}
