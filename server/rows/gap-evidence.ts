/** What explains sessions without a price: announced halts, and exchanges that nobody has a price of. */
import { haltOn, haltsIn, type Halt } from '@oreline/shared/domain/filings/halts.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { witnessedDays } from '@oreline/shared/domain/prices/gaps.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../db/client.ts'
import { listHaltNotices, listUntradedSessions } from '../db/halt-notices.ts'
import { listIdsOn } from '../db/instrument-list.ts'
import { listHeldDays, listHeldSpans, type MissingSession } from '../db/missing-sessions.ts'

/** Of the missing sessions, per exchange those that none of its instruments has. */
export async function readClosures(
  db: Executor,
  missing: readonly MissingSession[],
  calendarOf: ReadonlyMap<number, CalendarId>,
): Promise<ReadonlyMap<CalendarId, ReadonlySet<IsoDate>>> {
  const closures = new Map<CalendarId, ReadonlySet<IsoDate>>()
  for (const [calendar, lacking] of Map.groupBy(missing, ({ instrumentId }) =>
    calendarOf.get(instrumentId),
  )) {
    if (calendar === undefined) continue
    const witnesses = await listIdsOn(db, calendar)
    const spans = await listHeldSpans(db, witnesses)
    const days = witnessedDays(
      lacking.map(({ date }) => date),
      [...spans.values()],
    )
    const held = await listHeldDays(db, [...days], witnesses)
    closures.set(calendar, new Set([...days].filter((date) => !held.has(date))))
  }
  return closures
}

/** What an instrument lacks, and by whose sessions. */
type Lacking = {
  readonly instrumentId: number
  readonly missing: readonly IsoDate[]
  readonly index: SessionIndex
}

/** `untraded`: the sessions with a bar and no trade; `on`: the halt that explains a session, null where none does. */
export type Halts = (lacking: Lacking) => {
  readonly untraded: readonly IsoDate[]
  readonly on: (date: IsoDate) => Halt | null
}

/** Reads announcements, and of the instruments that have any the sessions without a trade. */
export async function readHalts(db: Executor, instrumentIds: readonly number[]): Promise<Halts> {
  const notices = Map.groupBy(await listHaltNotices(db, instrumentIds), ({ instrumentId }) => instrumentId)
  const quoted = Map.groupBy(
    await listUntradedSessions(db, [...notices.keys()]),
    ({ instrumentId }) => instrumentId,
  )
  return ({ instrumentId, missing, index }) => {
    const halts = haltsIn(notices.get(instrumentId) ?? [], index)
    const untraded = quoted.get(instrumentId)?.map(({ date }) => date) ?? []
    const without = new Set([...missing, ...untraded])
    return { untraded, on: (date) => haltOn(date, halts, without, index) }
  }
}
