/** The dates ahead by how soon each is over at the latest: what is known to the year alone counts by its last day. */
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'

import { distanceWords, whenWords } from './date-words.ts'

export type DateGroup = { readonly title: string; readonly dates: readonly CalendarDate[] }

const bounds = [
  { title: 'Within a week', days: 7 },
  { title: 'Within 30 days', days: 30 },
  { title: 'Within three months', days: 92 },
  { title: 'Within a year', days: 366 },
  { title: 'Later', days: Infinity },
] as const

/** Soonest first; groups without dates are left out. */
export function dateGroups(dates: readonly CalendarDate[]): readonly DateGroup[] {
  const ahead = dates
    .filter(({ passed_unconfirmed: passed }) => !passed)
    .toSorted((a, b) => a.days_left - b.days_left)
  return bounds
    .map(({ title, days }, place) => {
      const after = bounds[place - 1]?.days ?? -1
      return { title, dates: ahead.filter(({ days_left: left }) => left > after && left <= days) }
    })
    .filter((group) => group.dates.length > 0)
}

/** What passed without an outcome, the last first, with what passed on the same day under one heading. */
export function passedGroups(dates: readonly CalendarDate[]): readonly DateGroup[] {
  const passed = dates
    .filter(({ passed_unconfirmed: isPassed }) => isPassed)
    .toSorted((a, b) => b.days_left - a.days_left)
  const titleOf = (date: CalendarDate) => `${whenWords(date)}, ${distanceWords(date)}`
  return [...new Set(passed.map(titleOf))].map((title) => ({
    title,
    dates: passed.filter((date) => titleOf(date) === title),
  }))
}

/** Nobody counts days beyond a year. */
const FURTHEST_DAYS = 366

/** The next dates whose very day is set: what a countdown can honestly be shown for. Each day once, with all it brings. */
export function nextDays(
  dates: readonly CalendarDate[],
  most: number,
): readonly { readonly daysLeft: number; readonly dates: readonly CalendarDate[] }[] {
  const set = dates.filter(
    ({ precision, passed_unconfirmed: passed, days_left: left }) =>
      precision === 'day' && !passed && left <= FURTHEST_DAYS,
  )
  const days = [...new Set(set.map(({ days_left: left }) => left))].toSorted((a, b) => a - b).slice(0, most)
  return days.map((daysLeft) => ({
    daysLeft,
    dates: set.filter(({ days_left: left }) => left === daysLeft),
  }))
}
