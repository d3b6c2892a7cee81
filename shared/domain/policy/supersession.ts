/** Supersession is symmetric: whoever writes that an event supersedes another writes it into the other one too. */
import type { EventId, PolicyEvent } from './event.ts'

/** What an event says of supersession. */
type Links = Pick<PolicyEvent, 'supersedes' | 'superseded_by'>
const none: Links = { supersedes: [], superseded_by: [] }

/**
 * The other events that have to change so that they say of `id` what it says of them: `before` and `after` are its links
 * (null: there was, or is, no such event). Those that are unknown, or say so already, are left out.
 */
export function counterpartChanges(
  id: EventId,
  { before, after }: { readonly before: Links | null; readonly after: Links | null },
  others: readonly PolicyEvent[],
): PolicyEvent[] {
  const was = before ?? none
  const is = after ?? none
  return others.flatMap((other) => {
    if (other.id === id) return []
    const supersededBy = linked(other.superseded_by, id, {
      had: was.supersedes.includes(other.id),
      has: is.supersedes.includes(other.id),
    })
    const supersedes = linked(other.supersedes, id, {
      had: was.superseded_by.includes(other.id),
      has: is.superseded_by.includes(other.id),
    })
    if (supersededBy === other.superseded_by && supersedes === other.supersedes) return []
    return [{ ...other, superseded_by: supersededBy, supersedes }]
  })
}

/** The same list where nothing changes; a link that the event never had is not its to take away. */
function linked(
  ids: EventId[],
  id: EventId,
  { had, has }: { readonly had: boolean; readonly has: boolean },
): EventId[] {
  if (has) return ids.includes(id) ? ids : [...ids, id]
  return had && ids.includes(id) ? ids.filter((one) => one !== id) : ids
}
