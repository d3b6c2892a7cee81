/** Events as marks on the time axis: when they became known, what is scheduled, and what passed without an outcome. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { lastDayOfMonth, lastDayOfYear } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { DatePrecision } from '@oreline/shared/domain/policy/event.ts'
import { scheduledDates } from '@oreline/shared/domain/policy/schedule.ts'
import type { ScheduledDate } from '@oreline/shared/domain/policy/schedule.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { LaneId } from './jurisdictions.ts'
import { laneOf } from './jurisdictions.ts'
import { shapeOf } from './mark-shape.ts'
import type { MarkShape } from './mark-shape.ts'
import { DAY_MS, dayMs } from './time-scale.ts'

type MarkPrecision = DatePrecision | ScheduledDate['precision']

/**
 * `from` to `to` is the stretch the date may lie in (a day; a month; for on-or-before a point, its upper bound), `at`
 * the place of the mark, all in epoch milliseconds. `dates` are the scheduled dates a mark stands for, none for an
 * announcement: several of one event on one day are one mark.
 */
export type EventMark = {
  readonly id: string
  readonly event: PolicyEventRow
  readonly role: 'announced' | 'scheduled' | 'unconfirmed'
  readonly lane: LaneId
  readonly shape: MarkShape
  readonly date: IsoDate
  readonly precision: MarkPrecision
  readonly from: number
  readonly to: number
  readonly at: number
  readonly dates: readonly ScheduledDate[]
}

/** Every mark of the events as known on `today`, in order of time. */
export function eventMarks(events: readonly PolicyEventRow[], today: IsoDate): readonly EventMark[] {
  return events
    .flatMap((event) => [announcement(event), ...scheduledMarks(event, today)])
    .toSorted((one, other) => (one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at - other.at))
}

function announcement(event: PolicyEventRow): EventMark {
  return markOf(event, 'announced', event.announced_date, event.date_precision, [])
}

function scheduledMarks(event: PolicyEventRow, today: IsoDate): readonly EventMark[] {
  const byDay = Map.groupBy(scheduledDates(event, today), ({ date }) => date)
  return [...byDay].flatMap(([date, dates]) => {
    const [first] = dates
    if (first === undefined) return []
    return [
      markOf(event, first.passedUnconfirmed ? 'unconfirmed' : 'scheduled', date, first.precision, dates),
    ]
  })
}

function markOf(
  event: PolicyEventRow,
  role: EventMark['role'],
  date: IsoDate,
  precision: MarkPrecision,
  dates: readonly ScheduledDate[],
): EventMark {
  const { from, to } = stretchOf(date, precision)
  return {
    id: `${event.id}:${role}:${date}`,
    event,
    role,
    lane: laneOf(event.jurisdiction),
    shape: shapeOf[event.instrument_type],
    date,
    precision,
    from,
    to,
    at: precision === 'month' || precision === 'year' ? (from + to) / 2 : from,
    dates,
  }
}

function stretchOf(date: IsoDate, precision: MarkPrecision): { readonly from: number; readonly to: number } {
  const from = dayMs(date)
  switch (precision) {
    case 'month':
      return { from, to: dayMs(lastDayOfMonth(date)) + DAY_MS }
    case 'year':
      return { from, to: dayMs(lastDayOfYear(date)) + DAY_MS }
    case 'day':
    case 'approximate':
    case 'on-or-before':
      return { from, to: from }
  }
}
