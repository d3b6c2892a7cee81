/**
 * Sessions without a price, asked for again: once a day for ten days, however far back they lie. What no answer of ten
 * days has brought is let be; it stays a hole.
 */
import { expectedSpan, nextTryAt } from '@oreline/shared/domain/prices/gaps.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import { listGapRecords, recordGaps } from '@oreline/server/db/gaps.ts'
import { listHeldSpans, listMissingSessions } from '@oreline/server/db/missing-sessions.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import type { JobContext } from '../define-job.ts'

/** A series and the source that is asked for it. */
type Series = { readonly instrument: Instrument; readonly instrumentId: number; readonly source: string }

/** The holes of a series that are due to be asked for, ascending: never asked of this source, or last a day ago. */
export async function listDueHoles(
  { db, tools, reference }: JobContext,
  { instrument, instrumentId, source }: Series,
): Promise<readonly IsoDate[]> {
  const now = tools.clock()
  const { calendar } = instrument
  const held = (await listHeldSpans(db, [instrumentId])).get(instrumentId)
  const index = reference.sessions[calendar]
  const span = held === undefined ? null : expectedSpan(index, held, instrument, now)
  if (span === null) return []
  const missing = await listMissingSessions(db, [{ ...span, instrumentId, calendar }], {
    [calendar]: index.dates,
  })
  if (missing.length === 0) return []
  const records = await listGapRecords(db, [instrumentId], source)
  const recordOf = new Map(records.map((record) => [record.sessionDate, record]))
  return missing.flatMap(({ date }) => {
    const record = recordOf.get(date)
    if (record === undefined) return [date]
    const next = nextTryAt(record)
    return next === null || isAfter(next, now) ? [] : [date]
  })
}

/**
 * Notes that holes were asked for, once the answer is stored: of those that it names itself that is done, and of those it
 * has filled there is nothing to note.
 */
export async function noteHolesAsked(
  { db, tools }: JobContext,
  { instrumentId, source }: Series,
  { holes, named }: { readonly holes: readonly IsoDate[]; readonly named: ReadonlySet<IsoDate> },
): Promise<void> {
  const gaps = holes.filter((date) => !named.has(date)).map((date) => ({ date, reason: 'missing' as const }))
  if (gaps.length === 0) return
  await withRevision(db, { scope: 'prices', clock: tools.clock }, async (revision) =>
    recordGaps(revision, { instrumentId, source, gaps }),
  )
}
