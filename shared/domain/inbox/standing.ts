/** How a candidate stands, by what people decided about it and about candidates that proved to be the same. */
import * as z from 'zod'
import type { Instant } from '../../kernel/brand.ts'
import type { EventId } from '../policy/event.ts'

export const candidateStateSchema = z.enum(['open', 'linked', 'created', 'dismissed'])
export type CandidateState = z.infer<typeof candidateStateSchema>

/** `item`: the candidate it was made about. `eventId`: the event linked or created; null: neither. */
export type Decision = {
  readonly item: number
  readonly decision: 'linked' | 'created' | 'dismissed' | 'reopened'
  readonly eventId: EventId | null
  readonly by: string
  readonly reason: string | null
  readonly decidedAt: Instant
}

/**
 * `decision`: the one that holds; null: it is open. `others`: what was decided otherwise about parts of it, before they
 * proved to be the same; they are shown and decide nothing. `eventIds`: all events its documents belong to.
 */
export type Standing = {
  readonly state: CandidateState
  readonly decision: Decision | null
  readonly others: readonly Decision[]
  readonly eventIds: readonly EventId[]
}

/**
 * `parts`: the candidate and all that were folded into it; `decisions` oldest first. The last decision about a part holds
 * for it (a person decides about all parts at once). A link or a new event about one part holds for all; a dismissal only
 * where every other part was decided too, so that nothing goes off the list which nobody has looked at.
 */
export function standingOf(parts: readonly number[], decisions: readonly Decision[]): Standing {
  const last = new Map<number, Decision>()
  for (const decision of decisions) last.set(decision.item, decision)
  const held = parts
    .flatMap((part) => last.get(part) ?? [])
    .filter(({ decision }) => decision !== 'reopened')
    .toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))
  const [lasting] = held.filter(({ decision }) => decision !== 'dismissed')
  const decided = lasting ?? (held.length === parts.length ? held[0] : undefined)
  if (decided === undefined || decided.decision === 'reopened')
    return { state: 'open', decision: null, others: held, eventIds: [] }
  const others = held.filter((other) => !isSame(other, decided))
  const events = [decided, ...others].flatMap(({ eventId }) => eventId ?? [])
  return { state: decided.decision, decision: decided, others, eventIds: [...new Set(events)] }
}

const isSame = (a: Decision, b: Decision): boolean => a.decision === b.decision && a.eventId === b.eventId
