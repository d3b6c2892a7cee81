/** What explains sessions without a price: announced halts, and exchanges that nobody has a price of. */
import { haltOn, haltsIn, type Halt } from '@oreline/shared/domain/filings/halts.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { witnessedDays, type HeldSpan } from '@oreline/shared/domain/prices/gaps.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../db/client.ts'
import { listHaltNotices, listUntradedSessions } from '../db/halt-notices.ts'
import { listHeldDays, type MissingSession } from '../db/missing-sessions.ts'
import type { KnownInstrument } from './known-instruments.ts'

/** The sessions per exchange that none of its instruments has, of those that one is missing. */
export async function readClosures(
  db: Executor,
  instruments: readonly KnownInstrument[],
  spans: ReadonlyMap<number, HeldSpan>,
  missing: readonly MissingSession[],
): Promise<Readonly<Record<CalendarId, ReadonlySet<IsoDate>>>> {
  const calendarOf = new Map(instruments.map(({ id, calendar }) => [id, calendar]))
  const closuresOf = async (calendar: CalendarId) => {
    const ids = [...spans.keys()].filter((id) => calendarOf.get(id) === calendar)
    const own = ids.flatMap((id) => spans.get(id) ?? [])
    const days = missing.filter(({ instrumentId }) => calendarOf.get(instrumentId) === calendar)
    const doubtful = witnessedDays(
      days.map(({ date }) => date),
      own,
    )
    const held = await listHeldDays(db, [...doubtful], ids)
    return new Set([...doubtful].filter((date) => !held.has(date)))
  }
  return {
    XNYS: await closuresOf('XNYS'),
    XASX: await closuresOf('XASX'),
    XSHG: await closuresOf('XSHG'),
  }
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
