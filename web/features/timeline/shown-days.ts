/** Which days the chart shows and which it can reach. */
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Temporal } from 'temporal-polyfill'
import type { DayRange } from '../../charts/timeline.ts'
import type { RangeName, TimelineView } from './view.ts'

/** Scheduled dates further off than this are listed, not drawn: they would squeeze the past. */
const DAYS_AHEAD = 400
/** Room right of today in a short range, so that the near future is in sight. */
const LEAST_DAYS_AHEAD = 14

/** From the first bar of the chosen instruments to the farthest scheduled date that is drawn. */
export function reachableDays(
  instruments: readonly InstrumentRow[],
  scheduled: readonly IsoDate[],
  today: IsoDate,
): DayRange {
  const firsts = instruments.flatMap(({ first_date }) => (first_date === null ? [] : [first_date]))
  const limit = addDays(today, DAYS_AHEAD)
  const ahead = scheduled.filter((date) => date > today && date <= limit)
  const first = firsts.toSorted()[0]
  return {
    // In a past before the first bar there is nothing to reach.
    from: first !== undefined && first < today ? first : addDays(today, -365),
    to: addDays(ahead.toSorted().at(-1) ?? today, LEAST_DAYS_AHEAD),
  }
}

/** The days the view asks for, cut to those that can be reached. */
export function shownDays(view: TimelineView, reachable: DayRange, today: IsoDate): DayRange {
  const asked =
    view.from === null && view.to === null
      ? namedRange(view.range, reachable, today)
      : { from: view.from ?? reachable.from, to: view.to ?? reachable.to }
  const from = asked.from > reachable.from && asked.from < reachable.to ? asked.from : reachable.from
  const to = asked.to < reachable.to && asked.to > from ? asked.to : reachable.to
  return { from, to }
}

/** A named range looks ahead by a tenth of its length, so that what is scheduled stands right of today. */
function namedRange(name: RangeName, reachable: DayRange, today: IsoDate): DayRange {
  if (name === 'max') return reachable
  const from = startOf(name, today)
  const length = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(today)).days
  return { from, to: addDays(today, Math.max(LEAST_DAYS_AHEAD, Math.round(length / 10))) }
}

function startOf(name: Exclude<RangeName, 'max'>, today: IsoDate): IsoDate {
  const day = Temporal.PlainDate.from(today)
  switch (name) {
    case '1m':
      return isoDateOf(day.subtract({ months: 1 }))
    case '3m':
      return isoDateOf(day.subtract({ months: 3 }))
    case '6m':
      return isoDateOf(day.subtract({ months: 6 }))
    case 'ytd':
      return isoDateOf(day.with({ month: 1, day: 1 }))
    case '1y':
      return isoDateOf(day.subtract({ years: 1 }))
    case '3y':
      return isoDateOf(day.subtract({ years: 3 }))
  }
}

const isoDateOf = (day: Temporal.PlainDate) => isoDateSchema.parse(day.toString())
