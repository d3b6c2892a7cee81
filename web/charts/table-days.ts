/** Which days stand in the table: every session, or where they are many the last of each month or year. */
import type { TimeWindow } from './time-scale.ts'

export type TableDays = { readonly days: readonly number[]; readonly per: 'session' | 'month' | 'year' }

const MOST_ROWS = 90

/** `days` ascend, in epoch milliseconds; those within the window are shown, ascending. */
export function tableDays(days: readonly number[], { from, to }: TimeWindow): TableDays {
  const shown = days.filter((ms) => ms >= from && ms < to)
  if (shown.length <= MOST_ROWS) return { days: shown, per: 'session' }
  const months = lastOf(shown, (day) => day.getUTCFullYear() * 12 + day.getUTCMonth())
  if (months.length <= MOST_ROWS) return { days: months, per: 'month' }
  return { days: lastOf(shown, (day) => day.getUTCFullYear()), per: 'year' }
}

function lastOf(days: readonly number[], period: (day: Date) => number): readonly number[] {
  return days.filter((ms, place) => {
    const next = days[place + 1]
    return next === undefined || period(new Date(next)) !== period(new Date(ms))
  })
}
