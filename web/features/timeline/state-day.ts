/**
 * The day whose states are told, and the moment whose store is read: one control for both. "As known today" moves through
 * world time alone; "as Oreline had it then" takes the store along to the end of that day.
 */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { instantSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import type { DayRange } from '../../charts/timeline.ts'
import { todayOf } from '../../ui/use-now.ts'
import type { TimelineView } from './view.ts'

type Times = Pick<TimelineView, 'at' | 'as_of'>

/** `asOf` null: the store of now. `at` null: no day but that of the store was asked for. `since`: its first record, if any. */
export type TimesShown = {
  readonly at: IsoDate | null
  readonly asOf: Instant | null
  readonly now: Instant
  readonly since: IsoDate | null
}

/** Whether day and store move together. */
const isJoined = ({ at, asOf }: Pick<TimesShown, 'at' | 'asOf'>): boolean => asOf !== null && at === null

/** The day whose states are told. */
export const dayTold = ({ at, asOf, now }: TimesShown): IsoDate => at ?? todayOf(asOf ?? now)

/** The day of the oldest row shown; null where there is none. Rows that were replaced since are not counted. */
export function firstRecord(events: readonly PolicyEventRow[]): IsoDate | null {
  return events.map(({ recorded_at }) => todayOf(recorded_at)).toSorted()[0] ?? null
}

/** The days the slider can go to: all that the chart or the catalogue reaches; with the store going along, those it holds. */
export function reachOf(times: TimesShown, reachable: DayRange, events: readonly PolicyEventRow[]): DayRange {
  if (isJoined(times)) return { from: times.since ?? dayTold(times), to: todayOf(times.now) }
  const first = events.map(({ announced_date }) => announced_date).toSorted()[0]
  return { from: first !== undefined && first < reachable.from ? first : reachable.from, to: reachable.to }
}

/** What changes in the address when the reader moves to another day. */
export function movedTo(day: IsoDate, times: TimesShown): Partial<Times> {
  if (isJoined(times)) return joinedOn(day, times)
  return { at: day === todayOf(times.asOf ?? times.now) ? null : day }
}

/** What changes when the reader asks for the store of that day: its end in UTC, of today this moment. */
export function joinedOn(day: IsoDate, { now }: Pick<TimesShown, 'now'>): Partial<Times> {
  const end = instantSchema.parse(`${day}T23:59:59Z`)
  return { as_of: isAfter(end, now) ? now : end, at: null }
}

/** What changes when the reader asks for what is known now of the same day. */
export function parted(times: TimesShown): Partial<Times> {
  const day = dayTold(times)
  return { as_of: null, at: day === todayOf(times.now) ? null : day }
}

/** Why the store of that day cannot be shown; null: it can. */
export function joinRefusal(day: IsoDate, { now, since }: TimesShown): 'ahead' | 'before' | null {
  if (day > todayOf(now)) return 'ahead'
  return since === null || day < since ? 'before' : null
}
