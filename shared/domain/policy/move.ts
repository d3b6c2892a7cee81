/**
 * What a stock's close did around an event's session: a plain change from the close before it, with the benchmark's
 * beside it. No model and no test of chance: it says what happened, not why, and not whether it is more than noise.
 */
import * as z from 'zod'
import { isoDateSchema, type IsoDate } from '../../kernel/brand.ts'
import { nextSession, previousSession } from '../calendar/sessions.ts'
import type { SessionIndex } from '../calendar/session-index.ts'

/** Final closes by session, adjusted for splits and dividends. */
export type Closes = ReadonlyMap<IsoDate, number>

/**
 * `no-close-before`, `no-close`: the history held lacks that session (it may begin later, or the stock was not listed);
 * `after-last-close`: the closes held end before that session.
 */
export const moveMissingSchema = z.enum(['no-session', 'no-close-before', 'no-close', 'after-last-close'])
export type MoveMissing = z.infer<typeof moveMissingSchema>

/** Fractions: 0.05 is 5 %. */
export const moveSchema = z.object({
  /** The session whose close is the base: the one before the event's. null: not known. */
  base: isoDateSchema.nullable(),
  /** Over the event's session alone; null: `missing` says why. */
  session: z.number().nullable(),
  /** Over that session and the next; null: as above, or the next has no final close (yet). */
  two_sessions: z.number().nullable(),
  missing: moveMissingSchema.nullable(),
})
export type Move = z.infer<typeof moveSchema>

/** `newest`: the last session that has a final close; null: none. */
export function moveAround(
  { closes, newest }: { readonly closes: Closes; readonly newest: IsoDate | null },
  index: SessionIndex,
  session: IsoDate,
): Move {
  const before = previousSession(index, session)
  const base = before === 'unknown' ? null : before
  const nothing = (missing: MoveMissing): Move => ({ base, session: null, two_sessions: null, missing })
  if (newest === null || session > newest) return nothing('after-last-close')
  const from = base === null ? undefined : closes.get(base)
  if (from === undefined) return nothing('no-close-before')
  const on = closes.get(session)
  if (on === undefined) return nothing('no-close')
  const next = nextSession(index, session)
  const after = next === 'unknown' ? undefined : closes.get(next)
  return {
    base,
    session: on / from - 1,
    two_sessions: after === undefined ? null : after / from - 1,
    missing: null,
  }
}
