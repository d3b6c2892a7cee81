/** Days on which an operator has overruled the shipped calendar, each change a revision. */
import { overrideKey, storedOverride, type DayOverride } from '@oreline/shared/domain/calendar/overrides.ts'
import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Db, Executor } from './client.ts'
import { writeOperatorRecord } from './operator-record.ts'
import { listReference } from './reference-rows.ts'
import { withRevision } from './revision.ts'

/** An override and since when it holds. */
export type HeldOverride = DayOverride & { readonly recordedAt: Instant }

/** As they stood at an instant (null: now), by calendar and day; that of one day where it is given. */
export async function listCalendarOverrides(
  db: Executor,
  asOf: Instant | null,
  day?: Pick<DayOverride, 'calendar' | 'date'>,
): Promise<readonly HeldOverride[]> {
  const key = day === undefined ? {} : { key: overrideKey(day.calendar, day.date) }
  const rows = await listReference(db, 'calendar-override', { asOf, ...key })
  return rows.map((row) => ({ ...storedOverride(row.key, row.body), recordedAt: row.recordedAt }))
}

/** Saying what is said already changes nothing, and keeps since when. */
export async function putCalendarOverride(
  db: Db,
  clock: Clock,
  { calendar, date, override }: DayOverride,
): Promise<void> {
  await withRevision(db, { scope: 'reference', clock }, async (revision) =>
    writeOperatorRecord(revision, {
      kind: 'calendar-override',
      key: overrideKey(calendar, date),
      body: override,
    }),
  )
}

/** The shipped calendar holds again; the override stays readable as of then. Gives false where there is none. */
export async function endCalendarOverride(
  db: Db,
  clock: Clock,
  { calendar, date }: { readonly calendar: CalendarId; readonly date: IsoDate },
): Promise<boolean> {
  const { rows } = await withRevision(db, { scope: 'reference', clock }, async (revision) =>
    writeOperatorRecord(revision, {
      kind: 'calendar-override',
      key: overrideKey(calendar, date),
      body: null,
    }),
  )
  return rows > 0
}
