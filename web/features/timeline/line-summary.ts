/** What stands under the chart about each line: newest figure, its day and age, its source, the change shown. */
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { sessionAge } from '@oreline/shared/domain/calendar/sessions.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { DayRange, TimelinePoint, TimelineSeries } from '../../charts/timeline.ts'

export type LineSummary = {
  readonly line: TimelineSeries
  /** The newest session with a price; null: there is none. */
  readonly newest: TimelinePoint | null
  /** Sessions that have closed since; unknown past the calendar, or while it has not come. */
  readonly age: number | 'unknown'
  /** From the first to the last price in the days shown, as a fraction; null with fewer than two. */
  readonly change: number | null
  /** Prices held and not shown, for nobody confirms them yet. */
  readonly underReview: number
}

export function summarise(
  line: TimelineSeries,
  shown: DayRange,
  index: SessionIndex | undefined,
  now: Instant,
): LineSummary {
  const priced = line.points.filter(({ value }) => value !== null)
  const newest = priced.at(-1) ?? null
  const inRange = priced.filter(({ date }) => date >= shown.from && date <= shown.to)
  const first = inRange[0]?.value ?? null
  const last = inRange.at(-1)?.value ?? null
  return {
    line,
    newest,
    age: newest === null || index === undefined ? 'unknown' : sessionAge(index, newest.date, now),
    underReview: line.points.filter(({ underReview }) => underReview).length,
    change: inRange.length < 2 || first === null || last === null ? null : last / first - 1,
  }
}
