/** Moving a day by keyboard, and the days on which something in the lanes changes. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Temporal } from 'temporal-polyfill'
import type { DayRange } from './timeline.ts'

/** The days of dated steps of any of the events, ascending, each once; a step before its announcement counts from it. */
export function stepDays(events: readonly PolicyEventRow[]): readonly IsoDate[] {
  const days = new Set<IsoDate>()
  for (const { announced_date: announced, status_history: steps } of events) {
    days.add(announced)
    for (const { date } of steps) if (date !== null && date > announced) days.add(date)
  }
  return [...days].toSorted()
}

/**
 * The day a key leads to, within `reach`: arrows a day, Page keys a month, Home and End to the ends; with Shift, arrows to
 * the step before or after. null: the key does not move.
 */
export function dayAfterKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  day: IsoDate,
  { reach, steps }: { readonly reach: DayRange; readonly steps: readonly IsoDate[] },
): IsoDate | null {
  const moved = movedBy(key, shiftKey, day, steps)
  switch (key) {
    case 'Home':
      return reach.from
    case 'End':
      return reach.to
    default:
      return moved === null ? null : within(moved, reach)
  }
}

/** The nearest day of the range. */
export function within(day: IsoDate, { from, to }: DayRange): IsoDate {
  return day < from ? from : day > to ? to : day
}

function movedBy(key: string, byStep: boolean, day: IsoDate, steps: readonly IsoDate[]): IsoDate | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return byStep ? (steps.find((step) => step > day) ?? day) : addDays(day, 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return byStep ? (steps.findLast((step) => step < day) ?? day) : addDays(day, -1)
    case 'PageUp':
      return addMonths(day, 1)
    case 'PageDown':
      return addMonths(day, -1)
    default:
      return null
  }
}

function addMonths(day: IsoDate, months: number): IsoDate {
  return isoDateSchema.parse(Temporal.PlainDate.from(day).add({ months }).toString())
}
